#!/usr/bin/python3
"""How soon the C# kernel is ready, how long a trivial cell takes and what a thousand of them weigh, beside ipykernel where it is installed.

    dotnet artifacts/bin/Workbook.Kernel/release/workbook-kernel.dll install --dir FOLDER
    JUPYTER_PATH=FOLDER tests/benchmarks/kernel.py [ROUNDS]

The kernels take turns, so that a busy machine is unkind to both.
"""
import os
import statistics
import sys
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

CELLS = {"workbook": "var n{0} = {1}; n{0} + 1", "python3": "n{0} = {1}; n{0} + 1"}


def run(client, code):
    """Milliseconds from sending a cell until its reply and its idle have both come."""
    start = time.perf_counter()
    asked = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") == asked and message["content"].get("execution_state") == "idle":
            break
    reply = client.get_shell_msg(timeout=60)
    assert reply["content"]["status"] == "ok", reply["content"]
    return (time.perf_counter() - start) * 1000


def resident(process):
    """Resident memory of a process, in MB."""
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(name):
    start = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=name)
    figures = {"ready, ms": (time.perf_counter() - start) * 1000}
    try:
        process = manager.provisioner.process.pid
        figures["first cell, ms"] = run(client, CELLS[name].format(0, 0))
        times = [run(client, CELLS[name].format(i % 10, i)) for i in range(1000)]
        figures["trivial cell, median ms"] = statistics.median(times)
        figures["trivial cell, 95th percentile ms"] = statistics.quantiles(times, n=20)[-1]
        figures["last 100 of 1000, median ms"] = statistics.median(times[-100:])
        figures["resident after 1000 cells, MB"] = resident(process)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return figures


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    names = [name for name in CELLS if name in KernelSpecManager().find_kernel_specs()]
    results = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            results[name].append(measure(name))
    print(f"{'':34}" + "".join(f"{name:>24}" for name in names) + f"    (lowest to highest of {rounds})")
    for figure in results[names[0]][0]:
        ranges = [[result[figure] for result in results[name]] for name in names]
        print(f"{figure:34}" + "".join(f"{min(r):>12.1f} – {max(r):<9.1f}" for r in ranges))


if __name__ == "__main__":
    main()
