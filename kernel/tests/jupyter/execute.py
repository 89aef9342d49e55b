"""A second opinion on the protocol: nbclient runs a C# notebook as `jupyter nbconvert --execute` does, and nbconvert makes a page of it.

    JUPYTER_PATH=FOLDER /usr/bin/python3 kernel/tests/jupyter/execute.py
"""
import nbclient
import nbconvert
import nbformat

CELLS = [
    'Console.WriteLine("printed");',
    "6 * 7",
    'var shown = display(HTML("<i>before</i>"));',
    'shown.Update(HTML("<i>after</i>"));',
    'Console.Error.WriteLine("careful"); throw new InvalidOperationException("on purpose");',
    "// the last cell: an error before it was allowed\n1 + 1",
]

notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
nbclient.NotebookClient(notebook, kernel_name="workbook", timeout=60, allow_errors=True).execute()
printed, value, shown, _, failed, last = (cell.outputs for cell in notebook.cells)

assert [(o.output_type, o.text) for o in printed] == [("stream", "printed\n")], printed
assert [(o.output_type, o.data["text/plain"]) for o in value] == [("execute_result", "42")], value
assert [o.data["text/html"] for o in shown] == ["<i>after</i>"], shown
assert [o.output_type for o in failed] == ["stream", "error"] and failed[1].ename == "InvalidOperationException", failed
assert last[0].data["text/plain"] == "2", last
assert notebook.metadata.language_info.name == "C#", notebook.metadata
assert [cell.execution_count for cell in notebook.cells] == [1, 2, 3, 4, 5, 6]

page, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
assert "<i>after</i>" in page and "on purpose" in page
script, resources = nbconvert.ScriptExporter().from_notebook_node(notebook)
assert resources["output_extension"] == ".cs" and "6 * 7" in script, resources
print("executed and exported")
