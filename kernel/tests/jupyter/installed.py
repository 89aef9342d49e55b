"""What `install` leaves in a Jupyter folder: found, described and started by Jupyter itself.

    /usr/bin/python3 kernel/tests/jupyter/installed.py FOLDER
"""
import os
import sys

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

specs = KernelSpecManager(kernel_dirs=[os.path.join(sys.argv[1], "kernels")], ensure_native_kernel=False)
assert list(specs.find_kernel_specs()) == ["workbook"], specs.find_kernel_specs()
spec = specs.get_kernel_spec("workbook")
assert (spec.language, spec.interrupt_mode, spec.metadata["debugger"]) == ("C#", "message", False), spec.to_dict()
assert spec.argv[1].startswith(sys.argv[1]) and os.path.exists(spec.argv[1]), spec.argv
assert all(os.path.exists(os.path.join(spec.resource_dir, logo)) for logo in ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"])

manager = KernelManager(kernel_name="workbook", kernel_spec_manager=specs)
manager.start_kernel()
client = manager.client()
client.start_channels()
try:
    client.wait_for_ready(timeout=30)
    info = client.kernel_info(reply=True, timeout=10)["content"]
    language = info["language_info"]
    assert (language["name"], language["file_extension"], language["mimetype"], language["codemirror_mode"], language["pygments_lexer"]) == (
        "C#", ".cs", "text/x-csharp", "text/x-csharp", "csharp"), language
    assert len(info["help_links"]) >= 2 and all(link["text"] and link["url"].startswith("https://") for link in info["help_links"]), info
    shown = []
    client.execute_interactive("6 * 7", timeout=30, output_hook=lambda message: shown.append(message["content"]))
    print(spec.display_name, "says", [content["data"]["text/plain"] for content in shown if "data" in content][0])
finally:
    client.stop_channels()
    manager.shutdown_kernel()
