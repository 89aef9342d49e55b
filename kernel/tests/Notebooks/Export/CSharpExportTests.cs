using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbook.Kernel.Tests;

/// <summary>A notebook as a program: the same values, in one scope instead of one for each cell.</summary>
public sealed class CSharpExportTests : IDisposable
{
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Fact]
    public void Prose_becomes_comments_that_can_be_read()
    {
        var program = Export(Example.Prose($"# Title\n\n{string.Join(' ', Enumerable.Repeat("word", 40))}\n\n- one\n- two\n\n| a | b |\n|---|---|\n\n```\ncode   stays\n```"));
        Assert.Contains("// # Title\n//\n// word word", program);
        Assert.Contains("// - one\n// - two\n//\n// | a | b |\n// |---|---|\n//\n// ```\n// code   stays\n// ```", program);
        Assert.DoesNotContain(program.Split('\n'), line => line.Length > 125);
    }

    // Each row: cells apart by ---, and what the program says instead.
    [Theory]
    [InlineData("var x = 1;\nx + 1", "display(x + 1);")]                                                        // a last expression is shown
    [InlineData("Console.WriteLine(1)", "Console.WriteLine(1);")]                                              // nothing to show
    [InlineData("var x = 1;---var x = \"a\";---x.Length", "var x_2 = \"a\";\n\ndisplay(x_2.Length);")]          // a new variable
    [InlineData("var x = 1;\nint F() => x;---var x = 2;---F()", "int F() => x;\n\nvar x_2 = 2;\n\ndisplay(F());")]   // F keeps the x that it saw
    [InlineData("int F(int a) => a;\nint F(string s) => 1;\nF(\"\") + F(2)", "display(F_2(\"\") + F(2));")]     // functions are not overloaded
    [InlineData("for (var i = 0; i < 1; i++) { }---var i = 5;", "for (var i_2 = 0; i_2 < 1; i_2++) { }\n\nvar i = 5;")]
    [InlineData("var x = 1;---new[] { 1 }.Select(x => x)", "display(new[] { 1 }.Select(x => x));")]            // a lambda may hide it
    [InlineData("var x = 1;---var x = 2;---new { x }", "display(new { x = x_2 });")]                           // a member keeps its name
    [InlineData("Math.Max(1, 2)---var Math = 3;", "var Math_2 = 3;")]                                          // Math stays Math where it was
    [InlineData("var args = 1;", "var args_2 = 1;")]                                                           // a program has args already
    [InlineData("int n;\nn", "int n = default;")]
    [InlineData("int Twice => 2 * 3;\nTwice + 1", "int Twice() => 2 * 3;\ndisplay(Twice() + 1);")]
    [InlineData("public static int F() => 1;", "int F() => 1;")]
    [InlineData("await Task.Delay(1);\n5", "await Task.Delay(1);\ndisplay(5);")]
    [InlineData("await using var r = new MemoryStream();\nr.Length", "var r = new MemoryStream();\ndisplay(r.Length);\nawait r.DisposeAsync();")]
    [InlineData("using var r = new StringReader(\"a\");\nr.Read()", "var r = new StringReader(\"a\");\ndisplay(r.Read());\nr.Dispose();")]   // until the cell's end
    [InlineData("#!time\nvar x = 1;", "// #!time\n\nvar x = 1;")]
    [InlineData("#!html\n<b>x</b>", "// #!html\n// <b>x</b>")]
    public void A_cell_reads_so_in_a_program(string cells, string expected)
    {
        var program = Export([.. cells.Split("---").Select(cell => Example.Code(cell))]);
        Assert.Contains(expected, program);
    }

    [Fact]
    public void FSharp_becomes_a_comment_and_the_command_says_so()
    {
        var path = example.Write(Example.Code("var x = 1;\n#!fsharp\nlet y = 2\n#!csharp\nx + 1"), Example.Code("let z = 3", new() { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "fsharp" } }));
        var (file, notes, compiles) = CSharpExport.Write(Notebook.Read(path), example.Folder);
        var program = File.ReadAllText(file);
        Assert.True(compiles);
        Assert.Contains("var x = 1;\n\n// #!fsharp\n// let y = 2\n\ndisplay(x + 1);\n\n// #!fsharp\n// let z = 3\n", program);
        Assert.Equal(["cell 1: F# is no C#: kept as a comment.", "cell 2: F# is no C#: kept as a comment."], notes);
    }

    // Each row: cells apart by ---, and what the program says instead. A control is no lack of the program's: nobody need be told.
    [Theory]
    [InlineData("using Workbook.Widgets;\nInteract.With((int n) => n, (1, 9))---1", "// This cell needs a page: a control is moved on a page, and a program has none.\n// using Workbook.Widgets;\n// Interact.With((int n) => n, (1, 9))\n\ndisplay(1);")]
    [InlineData("var slider = new Workbook.Widgets.IntSlider { Max = 9 };---slider.Value + 1---2", "// slider.Value + 1\n\ndisplay(2);")]     // and what it declares
    [InlineData("using Workbook.Widgets;\nint n = 1;---n + 1---int n = 2;---n + 2", "// n + 1\n\nint n = 2;\n\ndisplay(n + 2);")]       // until it is declared anew
    [InlineData("var Interact = 1;---Interact + 1", "display(Interact + 1);")]                                                         // a name alone is no control
    public void A_cell_that_needs_a_page_is_a_comment(string cells, string expected)
    {
        var (file, notes, compiles) = CSharpExport.Write(Notebook.Read(example.Write([.. cells.Split("---").Select(cell => Example.Code(cell))])), example.Folder);
        var program = File.ReadAllText(file);
        Assert.True(compiles, program);
        Assert.Empty(notes);
        Assert.Contains(expected, program);
        Assert.DoesNotContain(program.Split('\n'), line => line.Contains("Workbook.Widgets") && !line.StartsWith("//", StringComparison.Ordinal));
    }

    [Fact]
    public void Types_and_extensions_go_to_the_end_and_a_newer_type_has_a_name_of_its_own()
    {
        var program = Export(
            Example.Code("using System.Globalization;\nrecord Point(double X);\nstatic double Half(Point p) => p.X / 2;\nclass Holder { public double Of(Point p) => Half(p); public Holder() { } }\nnew Holder().Of(new Point(3))"),
            Example.Code("class Holder { public Holder(int n) { } }\nstatic string Loud(this string s) => s.ToUpper(CultureInfo.InvariantCulture);\nnew Holder(1);\n\"a\".Loud()"));
        Assert.Contains("using System.Globalization;\n", program);
        Assert.Contains("display(new Holder().Of(new Point(3)));\n\nnew Holder_2(1);\ndisplay(\"a\".Loud());", program);
        Assert.Contains("static class CellFunctions\n{\n    public static double Half(Point p) => p.X / 2;", program);
        Assert.EndsWith("class Holder_2 { public Holder_2(int n) { } }\n", program);
    }

    [Fact]
    public void A_cell_that_does_not_compile_is_a_comment_with_its_reason_and_the_reader_is_told_unless_it_was_meant()
    {
        var path = example.Write(Example.Code("nope"), Example.Code("alsoNot", new() { ["tags"] = new JsonArray("raises-exception") }), Example.Code("1"));
        var (file, notes, compiles) = CSharpExport.Write(Notebook.Read(path), example.Folder);
        Assert.True(compiles);
        Assert.Equal(["cell 1: CS0103: The name 'nope' does not exist in the current context Kept as a comment."], notes);
        Assert.Contains("// This cell is meant to fail: CS0103: The name 'alsoNot'", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("#load")]
    [InlineData("#!import")]
    public void A_loaded_file_stands_where_it_was_loaded_and_libraries_are_referred_to(string magic)
    {
        var library = typeof(FactAttribute).Assembly.Location;
        File.Copy(library, Path.Combine(example.Folder, "Some.dll"));
        File.WriteAllText(Path.Combine(example.Folder, "more.csx"), "#r \"Some.dll\"\nusing System.Net;\nvar loaded = 7;");
        var program = Export(Example.Code($"{magic} \"more.csx\"\nloaded + 1"));
        Assert.Contains("using System.Net;\n", program);
        Assert.Contains("var loaded = 7;\n\ndisplay(loaded + 1);", program);
        Assert.Contains("#:property CustomAfterMicrosoftCommonTargets=$(MSBuildProjectDirectory)/example.references.targets", program);
        Assert.Contains("$(MSBuildThisFileDirectory)../Some.dll", File.ReadAllText(Path.Combine(example.Folder, "out", "example.references.targets")));
    }

    [Fact]
    public void A_package_that_cannot_be_had_here_is_asked_for_all_the_same_and_the_reader_is_told()
    {
        var path = example.Write(Example.Code("#i \"nuget: .\"\n#r \"nuget: No.Such.Package.Anywhere, 1.2.3\"\nusing No.Such;\nvar x = Nothing.Here();"), Example.Code("var x = 2;\nx"));
        var (file, notes, _) = CSharpExport.Write(Notebook.Read(path), example.Folder);
        var program = File.ReadAllText(file);
        Assert.Contains("#:package No.Such.Package.Anywhere@1.2.3\n", program);
        Assert.Contains("#:property ManagePackageVersionsCentrally=false\n#:property ImportDirectoryBuildTargets=false\n", program);
        Assert.Contains($"#:property RestoreAdditionalProjectSources={example.Folder}\n", program);
        Assert.Contains("var x = Nothing.Here();\n\nvar x_2 = 2;\ndisplay(x_2);", program);
        Assert.Contains("cannot be had here", Assert.Single(notes));
    }

    /// <summary>The values that a notebook shows, and what its program prints.</summary>
    [Fact]
    public void A_program_that_dotnet_run_executes_prints_what_the_notebook_shows()
    {
        string[] cells =
        [
            "var x = 1.5;\nstring Name(int n) => $\"n{n}\";\nnew[] { 1, 2, 3 }.Select(Name)",
            "var x = new Dictionary<string, int> { [\"a\"] = 1 };\nx",
            "record Point(double X, double Y);\nnew[] { new Point(1, 2) }",
            "display(\"first\");\nawait Task.Yield();\n(1, \"b\", 'c', true)",
            "from y in new[] { 1, 2 } where y > 1 select new { y, x.Count }",
            "throw new NotImplementedException(\"not yet\");",
        ];
        var path = example.Write([.. cells.Select((cell, i) => Example.Code(cell, i == 5 ? new() { ["tags"] = new JsonArray("raises-exception") } : null))]);
        var folder = Path.Combine(example.Folder, "out");
        Assert.Equal(0, ChildKernel.Run("notebook", "run", path, "--out", folder).Code);
        var shown = Notebook.Read(Path.Combine(folder, "example.ipynb")).Cells.SelectMany(cell => cell.Outputs)
            .Where(output => output!["data"] is not null).Select(output => NotebookJson.Joined(output!["data"]!["text/plain"]));
        Assert.Equal(0, ChildKernel.Run("export", path, "--to", "cs", "--out", folder).Code);
        var (_, printed) = DotnetRun(Path.Combine(folder, "example.cs"));
        Assert.StartsWith(string.Join('\n', shown) + "\n", Regex.Replace(printed, @"^.*: warning .*\n", "", RegexOptions.Multiline));
        Assert.Contains("NotImplementedException: not yet", printed);
    }

    internal static (int Code, string Text) DotnetRun(string program)
    {
        var start = new ProcessStartInfo("dotnet", ["run", program]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program) };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    private string Export(params JsonObject[] cells)
    {
        var (file, notes, compiles) = CSharpExport.Write(Notebook.Read(example.Write(cells)), Path.Combine(example.Folder, "out"));
        Assert.Empty(notes);
        Assert.True(compiles);
        return File.ReadAllText(file);
    }
}
