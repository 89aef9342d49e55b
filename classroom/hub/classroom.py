"""How a student's server starts: with the course in a folder of their own, and within limits that a class can live with."""
import asyncio
import glob
import os
import pwd
import re
import resource
import shutil
import signal
import subprocess
import sys

from jupyterhub.spawner import LocalProcessSpawner

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MEMORY = int(os.environ.get("WORKBOOK_HUB_MEMORY", "2000")) << 20
PROCESSES = int(os.environ.get("WORKBOOK_HUB_PROCESSES", "400"))
AT_A_TIME = asyncio.Semaphore(2 * (os.cpu_count() or 1))    # servers that start at once, when a class comes all at nine
PACKAGES = os.environ.get("NUGET_PACKAGES") or os.path.expanduser("~/.nuget/packages")


def lay_out(home, packages):
    """Puts the course into HOME/workbook: notebooks that are not there yet; what a student has changed stays as it is."""
    link_packages(os.path.join(home, ".nuget", "packages"), packages)
    folder = os.path.join(home, "workbook")
    os.makedirs(folder, exist_ok=True)
    new = []
    for source in [*glob.glob(os.path.join(ROOT, "notebooks", "*.ipynb")), os.path.join(ROOT, "notebooks", "notation.md")]:
        target = os.path.join(folder, os.path.basename(source))
        if not os.path.lexists(target):
            with open(source, encoding="utf-8") as file:
                write_whole(target, file.read().replace("](../", "]("))     # what lies beside the notebooks' folder in the clone lies within this one
            new.append(target)
    for name in ("lib", "ledger", "CONTRIBUTING.md"):
        if not os.path.lexists(os.path.join(folder, name)):
            os.symlink(os.path.join(ROOT, name), os.path.join(folder, name))
    with open(os.path.join(ROOT, "notebooks", "workbook.csx")) as file:     # the library is the shared one, whatever lies beside the notebooks
        write_whole(os.path.join(folder, "workbook.csx"), re.sub(r'#r "\.\./', lambda _: f'#r "{ROOT}/', file.read()))
    if new and shutil.which("jupyter"):    # figures that a notebook was saved with show before it is run
        subprocess.run(["jupyter", "trust", *(path for path in new if path.endswith(".ipynb"))], stdout=subprocess.DEVNULL, check=False)


def write_whole(path, text):
    """Writes a file aside and renames it."""
    aside = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.partial")
    with open(aside, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(aside, path)


def link_packages(own, shared):
    """A package cache of one's own, whose packages are those that the project was built with, each version a link: others may come beside them."""
    for package in os.listdir(shared):
        if not os.path.isdir(os.path.join(shared, package)):
            continue
        os.makedirs(os.path.join(own, package), exist_ok=True)
        for version in os.listdir(os.path.join(shared, package)):
            link = os.path.join(own, package, version)
            if not os.path.lexists(link):
                os.symlink(os.path.join(shared, package, version), link)


def control_group(name):
    """A group of processes that have MEMORY together: its folder, or None where the system has none that may be made."""
    for parent, limit in (("/sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("/sys/fs/cgroup", "memory.max")):
        second = limit == "memory.max"
        if not os.path.exists(os.path.join(parent, "cgroup.subtree_control" if second else limit)):
            continue
        group = os.path.join(parent, "workbook", name)
        try:
            if second:
                os.makedirs(os.path.dirname(group), exist_ok=True)
                for folder in (parent, os.path.dirname(group)):
                    with open(os.path.join(folder, "cgroup.subtree_control"), "w") as file:
                        file.write("+memory")
            os.makedirs(group, exist_ok=True)
            with open(os.path.join(group, limit), "w") as file:
                file.write(str(MEMORY))
            if os.path.exists(os.path.join(group, "memory.swap.max")):
                with open(os.path.join(group, "memory.swap.max"), "w") as file:
                    file.write("0")
            return group
        except OSError:
            continue
    return None


async def listens(port):
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        return True
    except OSError:
        return False


class ClassroomSpawner(LocalProcessSpawner):
    """A server on this machine, as the student's own system account, with the course laid out and limits set."""

    def make_preexec_fn(self, name):
        become = super().make_preexec_fn(name)
        group = control_group(name)
        if group is None:
            self.log.warning("no control group can be made here: %s has no limit of memory", name)

        def limited():
            if group is not None:
                with open(os.path.join(group, "cgroup.procs"), "w") as file:
                    file.write(str(os.getpid()))
            resource.setrlimit(resource.RLIMIT_NPROC, (PROCESSES, PROCESSES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            os.nice(19)                                 # the hub and its proxy come first, however many train
            become()

        return limited

    async def start(self):
        async with AT_A_TIME:
            address = await self.start_one()
            for _ in range(600):                        # until it listens: then the next student's turn
                if await listens(self.port) or await self.poll() is not None:      # it has ended: the turn is the next one's all the same
                    break
                await asyncio.sleep(0.1)
            return address

    async def start_one(self):
        home = pwd.getpwnam(self.user.name).pw_dir
        # As the student, within the student's limits and in a session of its own: what lies in that home may be code, a pipe or a link.
        laying = await asyncio.create_subprocess_exec(
            sys.executable, "-I", os.path.abspath(__file__), home, PACKAGES,
            stdin=asyncio.subprocess.DEVNULL, start_new_session=True, preexec_fn=self.make_preexec_fn(self.user.name),
            env={"PATH": "/usr/bin:/bin", "HOME": home})
        try:
            code = await asyncio.wait_for(laying.wait(), 120)
        finally:
            if laying.returncode is None:
                os.killpg(laying.pid, signal.SIGKILL)
        if code:
            raise RuntimeError(f"the course could not be laid into {home}: exit code {code}")
        return await super().start()


if __name__ == "__main__":
    os.umask(0o077)
    lay_out(*sys.argv[1:])
