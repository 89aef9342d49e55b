#!/usr/bin/python3
"""What goes wrong in a class, one after the other, and what must go on all the same.

usage: mishaps.py URL PASSWORD STUDENT OTHER
A student logs in from a second browser; a kernel ends in the middle of a cell; cells take all the memory there is. Each time the student
goes on with a fresh cell, and the other student's session is as it was. The exit code is 1 when one of these does not hold.
"""
import asyncio
import sys

from student import KernelDied, Student


async def goes_on(student):
    """A fresh kernel answers, after the death of one."""
    for _ in range(60):
        try:
            return await student.run("1 + 1")
        except KernelDied:
            await asyncio.sleep(1)
    raise TimeoutError("the kernel did not come back")


async def dies(student, code):
    try:
        await student.run(code)
    except KernelDied:
        return
    raise AssertionError("the kernel outlived it")


async def fails(student, code, error):
    try:
        await student.run(code)
    except AssertionError as problem:
        if error in str(problem):
            return
        raise
    raise AssertionError(f"no {error}")


async def main(url, password, name, other):
    student, neighbour, again = Student(url, name, password), Student(url, other, password), Student(url, name, password)
    for each in (student, neighbour):
        await each.log_in()
        await each.start_server()
        await each.begin("00-start-here.ipynb", "var mine = 41;")

    await again.log_in()
    await again.start_server()
    await again.start_kernel("00-start-here.ipynb")
    await again.run("if (mine != 41) throw new Exception(\"another session\");")
    print("the same student in two browsers: one server, one session")

    await dies(student, "Environment.FailFast(\"down\");")
    await goes_on(student)
    print("a kernel that ends: a new one answers")

    await student.run("var mine = 41;")
    await fails(student, "var all = new List<byte[]>(); while (true) { all.Add(new byte[50_000_000]); Array.Fill(all[^1], (byte)1); }", "OutOfMemoryException")
    await student.run("if (mine != 41) throw new Exception(\"not as it was\");")
    print("all the memory there is: an error, and the session goes on")

    await dies(student, "unsafe { for (var i = 0; ; i++) new Span<byte>(System.Runtime.InteropServices.NativeMemory.Alloc(50_000_000), 50_000_000).Fill(1); }")
    await goes_on(student)
    print("all the memory there is, outside of .NET: the kernel ends at its limit, a new one answers")

    await neighbour.run("if (mine != 41) throw new Exception(\"not as it was\");")
    print("and the neighbour's session is as it was")


asyncio.run(main(*sys.argv[1:]))
