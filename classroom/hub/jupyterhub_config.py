"""JupyterHub for a class on one machine: everybody logs in with a system account and finds the course in ~/workbook.

The project lies in a folder that students can read and not write, built once by root with its packages in such a folder too:

    cd /srv/workbook && NUGET_PACKAGES=/srv/packages ./workbook setup
    install -d -m 700 /srv/hub && cd /srv/hub               # the hub's database and its secret
    NUGET_PACKAGES=/srv/packages jupyterhub --config /srv/workbook/classroom/hub/jupyterhub_config.py

What it takes from the environment besides, all optional:

    WORKBOOK_HUB_MEMORY      megabytes a student's server and kernels may have together   (2000)
    WORKBOOK_HUB_PROCESSES   processes and threads                                        (400)
    WORKBOOK_HUB_IDLE        seconds after which an unused kernel ends, and thrice that for a server   (1200)
    WORKBOOK_HUB_URL         where it listens                                             (http://127.0.0.1:8000)
    NUGET_PACKAGES           the packages that the project was built with                 (~/.nuget/packages, which students cannot read where it is root's)
    WORKBOOK_DATA            the real data sets, where there are any, shared by all
"""
import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from classroom import ROOT, ClassroomSpawner

c = get_config()  # noqa: F821, JupyterHub's own
os.environ.setdefault("NODE_PATH", "/usr/share/nodejs:/usr/lib/nodejs")    # Debian's proxy, also where node is another's
idle = int(os.environ.get("WORKBOOK_HUB_IDLE", "1200"))

c.JupyterHub.spawner_class = ClassroomSpawner
c.JupyterHub.bind_url = os.environ.get("WORKBOOK_HUB_URL", "http://127.0.0.1:8000")
c.JupyterHub.concurrent_spawn_limit = 0                              # the spawner lets them wait; with this limit the last of a class are sent away
c.JupyterHub.active_server_limit = 0
c.JupyterHub.cleanup_servers = True
c.Authenticator.allow_all = True                                     # whoever has an account on this machine (JupyterHub 5 asks)
c.Spawner.start_timeout = 900
c.Spawner.http_timeout = 300
front_end = "/lab/tree" if shutil.which("jupyter-lab") else "/notebooks"
c.Spawner.default_url = f"{front_end}/00-start-here.ipynb"
c.Spawner.notebook_dir = "~/workbook"
c.Spawner.environment = {
    "JUPYTER_PATH": os.path.join(ROOT, ".workbook/jupyter"),
    "JUPYTER_CONFIG_PATH": os.path.join(ROOT, ".workbook/jupyter/etc"),
    "OMP_NUM_THREADS": "1",                             # a class shares the cores
    "GOMP_SPINCOUNT": "0",                              # a thread that waits leaves its core to the others
    "MALLOC_ARENA_MAX": "2",                            # threads share what is freed, instead of each keeping some of it
    **({"WORKBOOK_DATA": os.environ["WORKBOOK_DATA"]} if "WORKBOOK_DATA" in os.environ else {}),
}
c.Spawner.args = [
    f"--MappingKernelManager.cull_idle_timeout={idle}", "--MappingKernelManager.cull_interval=60", "--MappingKernelManager.cull_connected=True",
    f"--NotebookApp.shutdown_no_activity_timeout={3 * idle}", f"--ServerApp.shutdown_no_activity_timeout={3 * idle}",
]
