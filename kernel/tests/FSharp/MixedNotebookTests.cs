using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>Notebooks of both languages, run in a process of its own as the command line does it.</summary>
public sealed class MixedNotebookTests : IDisposable
{
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Fact]
    public void Cells_of_both_languages_run_in_order_and_share_values()
    {
        var notebook = Run(
            Example.Code("var list = new List<int> { 1 };\n#!fsharp\n#!share --from csharp list\nprintf \"%d\" list.Count\nlist.Add 41\n#!csharp\nlist.Sum()"),
            Example.Code("let total = Seq.sum list\nprintfn \"%d\" total\ntotal", new() { ["dotnet_interactive"] = new JsonObject { ["language"] = "fsharp" } }),
            Example.Code("#!share --from fsharp total\ntotal + 1", new() { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" } }),
            Example.Code("graph LR\n  A --> B", new() { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "mermaid" } }));
        Assert.Equal(["1", "42", "42\n", "42", "43"], notebook.Take(3).SelectMany(outputs => outputs).Select(Text));
        Assert.Equal("graph LR\n  A --> B", NotebookJson.Joined(notebook[3][0]!["data"]!["text/vnd.mermaid"]));
    }

    [Fact]
    public void In_a_notebook_of_FSharp_a_cell_that_says_nothing_is_FSharp()
    {
        var path = example.Write(Example.Code("let n = 3"), Example.Code("#!csharp\nvar m = 4;"), Example.Code("n + 1"));
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"metadata\":{},\"nbformat\"", "\"metadata\":{\"kernelspec\":{\"name\":\".net-fsharp\",\"language\":\"F#\"}},\"nbformat\""));
        var (code, text) = ChildKernel.Run("notebook", "run", path, "--out", example.Folder);
        Assert.True(code == 0, text);
        Assert.Equal("4", Text(Notebook.Read(path).Cells[2].Outputs[0]));
    }

    [Fact]
    public void A_session_of_CSharp_alone_does_not_load_the_FSharp_compiler()
    {
        const string loaded = "AppDomain.CurrentDomain.GetAssemblies().Count(each => each.GetName().Name.StartsWith(\"FSharp\"))";
        var notebook = Run(Example.Code("#!whos\n" + loaded), Example.Code("#!fsharp\n1\n#!csharp\n" + loaded + " > 1"));
        Assert.Equal("0", Text(notebook[0][^1]!));
        Assert.Equal("true", Text(notebook[1][^1]!));
    }

    private static string Text(JsonNode? output) => NotebookJson.Joined(output!["text"] ?? output["data"]!["text/plain"]);

    private List<JsonArray> Run(params JsonObject[] cells)
    {
        var path = example.Write(cells);
        var (code, text) = ChildKernel.Run("notebook", "run", path, "--out", example.Folder);
        Assert.True(code == 0, text);
        return [.. Notebook.Read(path).Cells.Select(cell => cell.Outputs)];
    }
}
