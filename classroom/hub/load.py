#!/usr/bin/python3
"""A class comes in: so many students log in through the hub's pages, start the kernel, run notebook 00 and the first training of 01.

usage: load.py URL PASSWORD STUDENT… [--together SECONDS] [--keep]
They come within so many seconds of one another (10), and close notebook 00 before they open 01, but with --keep. A table says how long they waited for what, the median and the slowest, and what their
processes hold in memory. The exit code is 1 when one of them failed.
"""
import argparse
import asyncio
import os
import pwd
import statistics
import sys
import time

from student import Student


async def come(student, after, keep):
    await asyncio.sleep(after)
    await student.wait_for("logging in", student.log_in())
    await student.wait_for("one's own server", student.start_server())
    answer = await student.ask(f"/user/{student.name}/api/contents/lib/README.md?content=0")
    assert answer.code == 200, f"the library's sources gave {answer.code}"
    zero, one = await student.notebook("00-start-here.ipynb"), await student.notebook("01-autoencoders.ipynb")

    async def cells(codes):
        for code in codes:
            await student.run(*code)

    await student.wait_for("kernel and first cell", student.begin("00-start-here.ipynb", zero[0][0]))
    await student.wait_for("the rest of notebook 00", cells(zero[1:]))
    if not keep:
        await student.leave()
    await student.begin("01-autoencoders.ipynb", one[0][0])
    until = next(i for i, (code, _) in enumerate(one) if ".Train(" in code or "backward()" in code)
    await student.wait_for("notebook 01 to its first training", cells(one[1:until + 1]))


def resident(name):
    """Megabytes that the processes of a student hold, what they share with others divided."""
    held, uid = 0, pwd.getpwnam(name).pw_uid
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.stat(f"/proc/{process}").st_uid == uid:
                with open(f"/proc/{process}/smaps_rollup") as file:
                    held += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
    return held / 1024


async def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("url")
    parser.add_argument("password")
    parser.add_argument("students", nargs="+")
    parser.add_argument("--together", type=float, default=10)
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    students = [Student(given.url, name, given.password) for name in given.students]
    begin = time.monotonic()
    ends = await asyncio.gather(*(come(student, i * given.together / len(students), given.keep) for i, student in enumerate(students)), return_exceptions=True)
    failed = [(student.name, end) for student, end in zip(students, ends) if end is not None]
    for name, end in failed:
        print(f"{name} failed: {type(end).__name__}: {end}")
    print(f"{len(students) - len(failed)} of {len(students)} students came through, in {time.monotonic() - begin:.0f} s")
    for what in dict.fromkeys(key for student in students for key in student.waited):
        values = sorted(student.waited[what] for student in students if what in student.waited)
        print(f"{what:36} median {statistics.median(values):6.1f} s   slowest {values[-1]:6.1f} s")
    held = sorted(resident(student.name) for student in students)
    print(f"{'memory of a student':36} median {statistics.median(held):6.0f} MB  most    {held[-1]:6.0f} MB  all {sum(held) / 1024:.1f} GB")
    sys.exit(1 if failed else 0)


asyncio.run(main())
