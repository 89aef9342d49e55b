#!/usr/bin/python3
"""How fast and how small the C# kernel is, beside ipykernel and .NET Interactive where they are installed, each figure beside its target.

    ./workbook kernel install --dir FOLDER
    .workbook/retired/dotnet-interactive jupyter install --path FOLDER/kernels      (the tests fetch it)
    JUPYTER_PATH=FOLDER tests/benchmarks/kernel.py [ROUNDS] [LIBRARY.dll]

The kernels take turns, cell by cell, so that a busy machine is unkind to both: read the ratios. A figure is the median over the rounds
(3 if not said) with the lowest and the highest. Completion is asked with LIBRARY loaded (the course's, where it is built).
"""
import os
import queue
import statistics
import sys
import time

import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

OURS, THEIRS, RETIRED = "workbook", "python3", ".net-csharp"
TITLES = {OURS: "workbook", THEIRS: "ipykernel", RETIRED: ".NET Interactive"}
TRIVIAL = {OURS: "var n{0} = {1}; n{0} + 1", THEIRS: "n{0} = {1}; n{0} + 1"}
COMMENT = {OURS: "// nothing to compile", THEIRS: "# nothing to compile"}
MAGIC = {OURS: "#!html\n<b>bold</b>", THEIRS: "%%html\n<b>bold</b>"}
for code in TRIVIAL, COMMENT, MAGIC:
    code[RETIRED] = code[OURS]
BIG = "var {0} = new byte[20_000_000]; Array.Fill({0}, (byte)1); {0}.Length"
BLOCK = 20
os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"

# Each is stopped a tenth of a second after it began, and must answer with an error; n and kept are the session's.
BUSY = {
    "empty loop": "while (true) { }",
    "counting loop": "while (true) n++;",
    "sleep": "Thread.Sleep(60_000);",
    "await delay": "await Task.Delay(60_000);",
    "loop after an await": "await Task.Delay(1); while (true) { }",
    "loop that catches": "while (true) try { while (true) { } } catch (Exception) { }",
    "finally": "try { while (true) { } } finally { n = -1; }",
    "task's wait": "Task.Run(() => Thread.Sleep(3_000)).Wait();",
    "Parallel.For": "Parallel.For(0, int.MaxValue, i => { while (true) { } });",
    "child process": 'System.Diagnostics.Process.Start("sleep", "3").WaitForExit();',
    "allocating loop": "while (true) GC.KeepAlive(new byte[1000]);",
    "printing loop": "while (true) Console.WriteLine(n++);",
    "semaphore": "new Semaphore(0, 1).WaitOne();",
    "yielding loop": "while (true) await Task.Yield();",
    "LINQ": "Enumerable.Range(0, int.MaxValue).Select(x => (long)x * x).Where(x => x < 0).Count()",
    "LINQ query": "(from x in Enumerable.Range(0, int.MaxValue) let y = (long)x * x where y < 0 select y).Count()",
    "iterator": "IEnumerable<int> Ones() { while (true) yield return 1; } Ones().Count()",
    "async stream": "async IAsyncEnumerable<int> Ticks() { while (true) { await Task.Delay(1); yield return 1; } } await foreach (var t in Ticks()) n += t;",
    "recursion": "long Fib(int k) => k < 2 ? k : Fib(k - 1) + Fib(k - 2); Fib(80)",
    "monitor": "var held = new object(); var t = new Thread(() => { lock (held) Thread.Sleep(2_000); }); t.Start(); Thread.Sleep(50); lock (held) { }",
    "Task.WhenAll": "await Task.WhenAll(Task.Delay(60_000), Task.Delay(60_000));",
}
QUESTIONS = ["Conso", "Console.Wri", "kept.", "var y = to", "new Dict", "Enumerable.Range(0, 3).Sel", "string.", "foreach (var x in ke", "using System.Coll",
             "kept.ToString().Sub", "if (kept == 1) { ke", "Math.", "new List<int>().", "var s = \"\"; s.", "class A { in"]


class Kernel:
    """A running kernel and a client of it."""

    def __init__(self, name):
        self.name = name
        context = zmq.Context()
        context.setsockopt(zmq.RECONNECT_IVL, 2)          # else how soon it is ready is known to 100 ms only
        self.manager = KernelManager(kernel_name=name, context=context)
        self.started = time.perf_counter()
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels(hb=False)

    def answer(self, asked):
        """Milliseconds from now until the reply: what is broadcast before the sockets have met is heard by nobody."""
        start = time.perf_counter()
        assert self.reply(asked)["status"] == "ok"
        return (time.perf_counter() - start) * 1000

    def settle(self):
        """Waits until both what is replied and what is broadcast is heard."""
        heard = False
        while not heard:
            self.reply(self.client.kernel_info())
            try:
                self.client.get_iopub_msg(timeout=0.2)
                heard = True
            except queue.Empty:
                pass

    def reply(self, asked, timeout=60):
        while True:
            message = self.client.get_shell_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == asked:
                return message["content"]

    def await_state(self, asked, state, timeout=60):
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == asked and message["content"].get("execution_state") == state:
                return

    def run(self, code, status="ok"):
        """Milliseconds from sending a cell until its reply and its idle have both come."""
        start = time.perf_counter()
        asked = self.client.execute(code)
        self.await_state(asked, "idle")
        content = self.reply(asked)
        taken = (time.perf_counter() - start) * 1000
        assert content["status"] == status, content
        return taken

    def interrupt(self, code):
        """Milliseconds from the interrupt to the reply of the cell it stopped."""
        asked = self.client.execute(code)
        self.await_state(asked, "busy")
        time.sleep(0.1)
        start = time.perf_counter()
        self.manager.interrupt_kernel()
        content = self.reply(asked, timeout=10)
        taken = (time.perf_counter() - start) * 1000
        assert content["status"] == "error" and content["ename"] == "Interrupted", content
        self.await_state(asked, "idle")
        return taken

    def complete(self, code):
        start = time.perf_counter()
        self.reply(self.client.complete(code, len(code)))
        return (time.perf_counter() - start) * 1000

    def resident(self):
        """Resident memory, in MB."""
        with open(f"/proc/{self.manager.provisioner.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


class Figures:
    """What was measured, per figure and kernel, over the rounds."""

    def __init__(self):
        self.values = {}
        self.targets = {}

    def add(self, figure, name, value, target=""):
        self.values.setdefault(figure, {}).setdefault(name, []).append(value)
        self.targets[figure] = target

    def print(self):
        for figure, of in self.values.items():
            ours = statistics.median(of[OURS])
            peers = [f"{self.describe(of[name]):>28}{ours / statistics.median(of[name]):8.2f}" if name in of else " " * 36 for name in (THEIRS, RETIRED)]
            print(f"{figure:44}{self.describe(of[OURS]):>28}{''.join(peers)}   {self.targets[figure]}".rstrip())

    @staticmethod
    def describe(values):
        return f"{statistics.median(values):.1f} ({min(values):.1f}–{max(values):.1f})"


def start(figures, names):
    """How soon a kernel answers, and its first cell: sent when it is ready, and sent into the starting process."""
    for name in names:
        kernel = Kernel(name)
        kernel.answer(kernel.client.kernel_info())
        figures.add("process start to kernel_info_reply, ms", name, (time.perf_counter() - kernel.started) * 1000, "≤ 0.6 ×")
        figures.add("first cell, sent when ready, ms", name, kernel.answer(kernel.client.execute(TRIVIAL[name].format(0, 0))), "≤ 200")
        kernel.close()
    for name in names:
        kernel = Kernel(name)
        kernel.answer(kernel.client.execute(TRIVIAL[name].format(0, 0)))
        figures.add("process start to first cell's reply, ms", name, (time.perf_counter() - kernel.started) * 1000)
        kernel.close()


def cells(figures, names):
    """A thousand trivial cells, and cells that need no compilation."""
    kernels = {name: Kernel(name) for name in names}
    times = {name: [] for name in names}
    for kernel in kernels.values():
        kernel.settle()
    for first in range(0, 1000, BLOCK):
        for name in names:
            times[name] += [kernels[name].run(TRIVIAL[name].format(i % 10, i)) for i in range(first, first + BLOCK)]
    for name in names:
        figures.add("trivial cell, median ms", name, statistics.median(times[name]), "≤ 1.3 ×")
        figures.add("trivial cell, 95th percentile ms", name, statistics.quantiles(times[name], n=20)[-1])
        ratio = statistics.median(times[name][-100:]) / statistics.median(times[name][10:110])
        figures.add("cells 900–999 over cells 10–109", name, ratio, "≤ 1.2")
        figures.add("resident after 1000 cells, MB", name, kernels[name].resident(), "≤ 250")
    for figure, code in {"comment": COMMENT, "magic (html)": MAGIC, "empty cell": dict.fromkeys(names, "")}.items():
        taken = {name: [] for name in names}
        for _ in range(10):
            for name in names:
                taken[name] += [kernels[name].run(code[name]) for _ in range(BLOCK)]
        for name in names:
            figures.add(f"no compilation: {figure}, ms", name, statistics.median(taken[name]), "≤ 0.5 ×")
    for kernel in kernels.values():
        kernel.close()


def big(figures):
    """Twenty megabytes a hundred times over: the same name, and another name each time beside one that stays."""
    for figure, code in {"same name": lambda i: BIG.format("big"), "one of two renamed": lambda i: f"var step{i} = {i}; " + BIG.format("big")}.items():
        kernel = Kernel(OURS)
        kernel.settle()
        for i in range(100):
            kernel.run(code(i))
        figures.add(f"20 MB a hundred times, {figure}, MB", OURS, kernel.resident(), "≤ 200")
        kernel.close()


def completion(figures, library):
    """Completion with the course's library loaded, at rest and while a cell runs."""
    kernel = Kernel(OURS)
    kernel.settle()
    names = "".join(f"using {name};\n" for name in ("TorchSharp", "Workbook.Models", "static TorchSharp.torch")) if library else ""
    kernel.run((f'#r "{library}"\n' if library else "") + names + "var kept = 42;")
    questions = QUESTIONS + (["torch.nn.", "randn(2).", "new Linear"] if library else [])
    figures.add("first completion, ms", OURS, kernel.complete(questions[0]))
    for state in "at rest", "while a cell runs":
        asked = kernel.client.execute("while (true) { }") if state != "at rest" else None
        if asked:
            kernel.await_state(asked, "busy")
        taken = [kernel.complete(question) for _ in range(10) for question in questions]
        figures.add(f"completion {state}, median ms", OURS, statistics.median(taken), "≤ 10")
        figures.add(f"completion {state}, 95th percentile ms", OURS, statistics.quantiles(taken, n=20)[-1], "≤ 50")
        if asked:
            kernel.manager.interrupt_kernel()
            kernel.reply(asked)
    kernel.close()


def interrupts(figures):
    """Every way to be busy, stopped, with the state kept."""
    kernel = Kernel(OURS)
    kernel.settle()
    kernel.run("var kept = 42; var n = 0L;")
    for figure, code in BUSY.items():
        try:
            taken = kernel.interrupt(code)
        except queue.Empty:
            sys.exit(f"not stopped within ten seconds: {figure}")
        figures.add(f"interrupt: {figure}, ms", OURS, taken, "≤ 50")
        kernel.run('if (kept != 42) throw new Exception("lost"); Thread.Sleep(1); await Task.Delay(1);')
    kernel.close()


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    built = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../artifacts/bin/Workbook.Course/release/Workbook.Course.dll")
    library = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else built)
    library = library if os.path.exists(library) else None
    names = [name for name in TITLES if name in KernelSpecManager().find_kernel_specs()]
    assert OURS in names, "the kernel is not installed where JUPYTER_PATH looks"
    figures = Figures()
    for _ in range(rounds):
        start(figures, names)
        cells(figures, names)
        big(figures)
        completion(figures, library)
        interrupts(figures)
    print(f"{rounds} rounds, median (lowest–highest); load {os.getloadavg()[0]:.1f}; completion {'with ' + os.path.basename(library) if library else 'without a library'}")
    print(f"{'':44}{OURS:>28}" + "".join(f"{TITLES[name]:>28}   ratio" for name in (THEIRS, RETIRED)) + "   target")
    figures.print()


if __name__ == "__main__":
    main()
