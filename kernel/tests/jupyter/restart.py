"""A kernel that dies is restarted by Jupyter's own restarter, its front end is told, and a Jupyter that is killed leaves no kernel behind.

    JUPYTER_PATH=FOLDER /usr/bin/python3 kernel/tests/jupyter/restart.py crash CODE
    JUPYTER_PATH=FOLDER /usr/bin/python3 kernel/tests/jupyter/restart.py orphan
"""
import asyncio
import os
import signal
import subprocess
import sys
import time

from jupyter_client.ioloop import AsyncIOLoopKernelManager

START = """
import time
from jupyter_client import KernelManager
manager = KernelManager(kernel_name="workbook")
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=30)
print(manager.provisioner.pid, flush=True)
time.sleep(600)
"""


async def value(client, code):
    client.execute(code)
    while True:
        message = await client.get_iopub_msg(timeout=20)
        if message["msg_type"] == "execute_result":
            return message["content"]["data"]["text/plain"]


async def crash(code):
    manager = AsyncIOLoopKernelManager(kernel_name="workbook")
    manager.autorestart = True
    told = []
    await manager.start_kernel()
    manager.add_restart_callback(lambda: told.append("restarting"), "restart")
    manager._restarter.stop()                     # polls again, but sooner
    manager._restarter.time_to_dead = 0.2
    manager._restarter.start()
    client = manager.client()
    client.start_channels()
    await client.wait_for_ready(timeout=30)
    first = manager.provisioner.pid
    assert await value(client, "var kept = 41; kept + 1") == "42"
    client.execute(code)
    deadline = time.monotonic() + 30
    while not told and time.monotonic() < deadline:
        await asyncio.sleep(0.1)
    assert told == ["restarting"], told
    while not (manager.provisioner and manager.provisioner.pid not in (None, first) and await manager.is_alive()):
        assert time.monotonic() < deadline, "it was not started again"
        await asyncio.sleep(0.1)
    await client.wait_for_ready(timeout=30)
    assert await value(client, "6 * 7") == "42"
    client.stop_channels()
    await manager.shutdown_kernel(now=True)
    print("died, was restarted, answers")


def orphan():
    jupyter = subprocess.Popen([sys.executable, "-c", START], stdout=subprocess.PIPE, text=True)
    kernel = int(jupyter.stdout.readline())
    os.kill(kernel, 0)
    jupyter.send_signal(signal.SIGKILL)           # and nobody asks for its exit code: it stays as a zombie
    deadline = time.monotonic() + 15
    while running(kernel) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not running(kernel), f"the kernel {kernel} outlived its Jupyter"
    jupyter.wait()
    print("left with its Jupyter")


def running(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


if sys.argv[1] == "crash":
    asyncio.run(crash(sys.argv[2]))
else:
    orphan()
