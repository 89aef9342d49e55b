using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Workbook.Kernel.Tests;

/// <summary>The kernel's own page keeps its word: its cells run, one after the other, and the magics it names are there.</summary>
public sealed class KernelReadmeTests : IDisposable
{
    private static readonly string text = File.ReadAllText(Path.Combine(Here(), "..", "README.md"));
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Fact]
    public void Its_cells_run_in_order()
    {
        var cells = Regex.Matches(text, "```(?:csharp|fsharp)\n(.*?)```", RegexOptions.Singleline).Select(match => Example.Code(match.Groups[1].Value)).ToArray();
        Assert.True(cells.Length >= 5);
        var (code, log) = ChildKernel.Run("notebook", "run", example.Write(cells), "--out", Path.Combine(example.Folder, "out"));
        Assert.True(code == 0, log);
        var shown = Notebook.Read(Path.Combine(example.Folder, "out", "example.ipynb")).Cells.Select(cell => cell.Outputs[^1]!["data"]!).ToList();
        Assert.Equal("Ulm, 129,000 people", NotebookJson.Joined(shown[2]["text/plain"]));
        Assert.Equal("240000", NotebookJson.Joined(shown[^2]["text/plain"]));
        Assert.Equal("*shown*", NotebookJson.Joined(shown[^1]["text/markdown"]));
        Assert.Contains("<em>come from a cell</em>", NotebookJson.Joined(shown[3]["text/html"]));
    }

    [Fact]
    public void What_it_says_is_not_here_gets_the_sentence_it_says()
    {
        var session = new Session();
        var rows = Regex.Matches(text, @"^\| <code>(.+?)</code> \| (.+?) \|", RegexOptions.Multiline);
        Assert.True(rows.Count >= 5);
        Assert.All(rows, row => Assert.Contains(row.Groups[2].Value, Session.Plain(session.Error(row.Groups[1].Value))));
    }

    [Fact]
    public void A_magic_it_names_is_there() =>
        Assert.All(Regex.Matches(text, "`(#!?[a-z]+)").Select(match => match.Groups[1].Value), name => Assert.NotNull(MagicSet.Known.Find(name)));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
