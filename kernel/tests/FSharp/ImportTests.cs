namespace Workbook.Kernel.Tests;

/// <summary>Files that become cells of the session, and magics that show things.</summary>
[Collection("console")]
public sealed class ImportTests : IDisposable
{
    private readonly Session session = new();
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Fact]
    public void A_notebook_is_run_with_every_cell_in_its_language()
    {
        var path = example.Write(
            Example.Prose("# not run"),
            Example.Code("var a = 1;"),
            Example.Code("let b = 2", new() { ["dotnet_interactive"] = new System.Text.Json.Nodes.JsonObject { ["language"] = "fsharp" } }));
        session.Value($"#!import {path}");
        Assert.Equal("3", session.Value("#!share --from fsharp b\na + b"));
    }

    [Theory]
    [InlineData("part.cs", "int Three() => 3;", "Three()")]
    [InlineData("part.dib", "#!meta\n{}\n#!csharp\nvar three = 3;\n#!markdown\n# three\n", "three")]
    public void A_source_file_is_run(string name, string text, string question)
    {
        var path = Path.Combine(example.Folder, name);
        File.WriteAllText(path, text);
        session.Value($"#!import \"{path}\"");
        Assert.Equal("3", session.Value(question));
    }

    [Fact]
    public void An_FSharp_script_is_loaded_as_FSharp_and_its_errors_name_it()
    {
        var path = Path.Combine(example.Folder, "part.fsx");
        File.WriteAllText(path, "let three = 3\n");
        Assert.Equal("4", session.Value($"#!fsharp\n#load \"{path}\"\nthree + 1"));
        File.WriteAllText(path, "let four = 4\nfive\n");
        Assert.Contains("at part.fsx, line 2, column 1", Session.Plain(session.Error($"#!import {path}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!mermaid\ngraph LR", "text/vnd.mermaid", "graph LR")]
    [InlineData("#!js\n1", "application/javascript", "1")]
    [InlineData("#!md\n*m*", "text/markdown", "*m*")]
    public void A_block_is_shown_as_what_it_is(string cell, string mime, string content) =>
        Assert.Equal(content, Assert.IsType<CellOutcome.Done>(session.Run(cell)).Value!.Formats[mime]);

    [Fact]
    public void About_names_the_kernel_and_its_compilers() =>
        Assert.All(["Workbook kernel " + Host.Version, ".NET 10", "Roslyn", "FSharp.Compiler.Service"], part => Assert.Contains(part, session.Value("#!about"), StringComparison.Ordinal));

    [Fact]
    public void Every_magic_has_its_line_in_the_list()
    {
        var list = session.Value("#!lsmagic")!.Split('\n');
        Assert.Equal(MagicSet.Known.All.Count, list.Length);
        Assert.All(list.Zip(MagicSet.Known.All), pair => Assert.StartsWith(pair.Second.Name, pair.First, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#!pwsh")]
    [InlineData("#!sql")]
    [InlineData("#!kql")]
    public void A_language_that_is_not_here_is_refused_with_the_list(string magic) =>
        Assert.Contains("Known are #r, ", Session.Plain(session.Error(magic + "\nls")), StringComparison.Ordinal);
}
