"""Runs a notebook in .NET Interactive's own program, by nbclient, and prints what came of each code cell as JSON.

usage: /usr/bin/python3 retired.py PROGRAM NOTEBOOK      PROGRAM: the tool dotnet-interactive

A line a code cell: {"cell": index + 1, "error": "…" or null, "formats": [MIME types], "html": "…", "text": "…"}.
"""
import json
import os
import sys
import tempfile

program, notebook = sys.argv[1:]
folder = tempfile.mkdtemp(prefix="workbook-retired-")
os.makedirs(os.path.join(folder, "kernels", "retired"))
with open(os.path.join(folder, "kernels", "retired", "kernel.json"), "w") as file:
    json.dump({"argv": [program, "jupyter", "--default-kernel", "csharp", "{connection_file}"], "display_name": "C# (retired)", "language": "C#"}, file)
os.environ |= {"JUPYTER_PATH": folder, "DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT": "1", "DOTNET_TRY_CLI_TELEMETRY_OPTOUT": "1"}

import nbformat  # noqa: E402  (Jupyter reads the path as it is imported)
from nbclient import NotebookClient  # noqa: E402

cells = nbformat.read(notebook, as_version=4)
client = NotebookClient(cells, kernel_name="retired", timeout=300, allow_errors=True, resources={"metadata": {"path": os.path.dirname(os.path.abspath(notebook))}})
client.execute()
for index, cell in enumerate(cells.cells):
    if cell.cell_type != "code":
        continue
    shown = [output for output in cell.outputs if output.output_type in ("display_data", "execute_result")]
    errors = [output for output in cell.outputs if output.output_type == "error"]
    print(json.dumps({
        "cell": index + 1,
        "error": "\n".join(f"{error.ename}: {error.evalue}" for error in errors) + "".join(o.text for o in cell.outputs if errors and o.output_type == "stream" and o.name == "stderr") if errors else None,
        "formats": sorted({mime for output in shown for mime in output.data}),
        "html": "".join(output.data.get("text/html", "") for output in shown),
        "text": "".join(output.text for output in cell.outputs if output.output_type == "stream" and output.name == "stdout"),
    }))
