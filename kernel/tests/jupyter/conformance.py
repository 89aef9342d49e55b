"""The official conformance suite (Debian's python3-jupyter-kernel-test), filled in for C#.

    JUPYTER_PATH=FOLDER /usr/bin/python3 kernel/tests/jupyter/conformance.py

where FOLDER is one that `workbook-kernel install --dir FOLDER` has written.
"""
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "workbook"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("careful");'

    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sqr", "matches": {"Sqrt"}},
    ]

    complete_code_samples = ["1 + 1", "var x = 2;", 'Console.WriteLine("hello");', "int Twice(int n) => 2 * n;"]
    incomplete_code_samples = ["for (var i = 0; i < 3; i++) {", "Math.Max(1,", "class Tree {", '"""\nraw']
    invalid_code_samples = ["foo)", "var x = ;", "class 7 { }"]

    code_page_something = "Math.Sqrt?"
    code_generate_error = 'throw new Exception("on purpose");'

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "Math.Max(1, 2)", "result": "2"},
        {"code": 'string.Join("-", "a", "b")', "result": "a-b"},
        {"code": 'HTML("<b>bold</b>")', "mime": "text/html", "result": "<b>bold</b>"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": 'display(Markdown("**bold**"));', "mime": "text/markdown"},
        {"code": 'display(SVG("<svg/>"));', "mime": "image/svg+xml"},
        {"code": 'display(42);', "mime": "text/plain"},
        {"code": 'display(Latex("$x^2$"));', "mime": "text/latex"},
        {"code": 'display(new Markup("application/javascript", "1"));', "mime": "application/javascript"},
        {"code": 'Javascript("1");', "mime": "text/html"},
    ]

    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")

    code_inspect_sample = "Math.Sqrt"
    code_clear_output = "ClearOutput();"


class OtherSamplesTests(CSharpKernelTests):
    """The whole suite again, with other samples: a cell that does not compile is one error message as well, and nothing on stderr besides."""

    code_hello_world = 'await Task.Delay(1); Console.Out.Write("hello, "); Console.Out.WriteLine("world");'
    code_stderr = 'await Console.Error.WriteLineAsync("careful");'
    code_generate_error = "int n = undeclared;"
    code_page_something = "Math.Max??"
    code_inspect_sample = "Console.WriteLine"
    completion_samples = [{"text": "string.IsNullOrW", "matches": {"IsNullOrWhiteSpace"}}]
    complete_code_samples = ["", "// a remark", "#!who", "class Tree { }"]
    incomplete_code_samples = ["/* a remark", "if (true) {", "new[] { 1,"]
    invalid_code_samples = ["1 +/ 2", "}"]
    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": "new Uri(\"https://example.org/\").Host", "result": "example.org"},
        {"code": "Enumerable.Range(1, 3).Sum()", "result": "6"},
    ]
    code_history_pattern = "1 + *"


if __name__ == "__main__":
    unittest.main()
