namespace Workbook.Kernel.Tests;

/// <summary>A cell that returns at its top, as a part of a program that goes on.</summary>
public sealed class EarlyReturnTests : IDisposable
{
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    // Each row: cells apart by ---, and what the program says instead.
    [Theory]
    [InlineData("return 42;---1", "display(42);\n\ndisplay(1);")]
    [InlineData("var n = 3;\nreturn n * 2;", "var n = 3;\ndisplay(n * 2);")]
    [InlineData("return await Task.FromResult(7);", "display(await Task.FromResult(7));")]
    [InlineData("return;---1", "display(1);")]
    [InlineData("return display(1);---2", "_ = display(1);\n\ndisplay(2);")]
    [InlineData("var end = 1;\nif (end > 0) return end;\nend++;---end", "if (end > 0) { display(end); goto end_2; }\nend++;\nend_2:;\n\ndisplay(end);")]
    [InlineData("foreach (var i in new[] { 1, 2 }) if (i == 2) return;---1", "if (i == 2) goto end;\nend:;")]
    [InlineData("if (DateTime.Now.Year > 1) return \"early\";\nthrow new Exception();---1", "throw new Exception();\nend:;\n\ndisplay(1);")]
    [InlineData("if (DateTime.Now.Year > 1) return 1;\nint m = 6, k; const int c = 2; var w = \"\";---(m, k, w, c)", "int m = default;\nint k = default;\nstring w = default;\nif (DateTime.Now.Year > 1) { display(1); goto end; }\nm = 6; k = default; const int c = 2; w = \"\";\nend:;")]
    [InlineData("using var r = new StringReader(\"a\");\nif (r.Peek() > 0) return 1;\nr.Read()", "goto end; }\ndisplay(r.Read());\nend:;\nr.Dispose();")]
    [InlineData("int F() { return 1; }\nFunc<int> f = () => { return 2; };\nF() + f()", "int F() { return 1; }\nFunc<int> f = () => { return 2; };\ndisplay(F() + f());")]
    public void The_value_is_shown_and_the_program_goes_on(string cells, string expected)
    {
        var (file, notes, compiles) = CSharpExport.Write(Notebook.Read(example.Write([.. cells.Split("---").Select(cell => Example.Code(cell))])), example.Folder);
        Assert.True(compiles, string.Join('\n', notes) + File.ReadAllText(file));
        Assert.Empty(notes);
        Assert.Contains(expected, File.ReadAllText(file));
    }
}
