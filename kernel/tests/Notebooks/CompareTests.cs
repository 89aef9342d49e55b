using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

public sealed class CompareTests : IDisposable
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    private static JsonObject Cell(string id, string source, params JsonObject[] outputs)
    {
        var cell = Example.Code(source);
        cell["id"] = id;
        cell["outputs"] = new JsonArray([.. outputs]);
        return cell;
    }

    private static JsonObject Gave(string mime, string value, int count = 1) => new()
    {
        ["output_type"] = "execute_result",
        ["execution_count"] = count,
        ["metadata"] = new JsonObject(),
        ["data"] = new JsonObject { [mime] = value },
    };

    private Notebook Of(string name, params JsonObject[] cells)
    {
        var path = Path.Combine(example.Folder, name + ".ipynb");
        File.Move(example.Write(cells), path, overwrite: true);
        return Notebook.Read(path);
    }

    private string[] Pairs(Notebook before, Notebook after) => [.. NotebookComparison.Of(before, after).Select(pair => $"{pair.Before?.Source}|{pair.After?.Source}{(pair.Differs ? " ≠" : "")}")];

    [Fact]
    public void A_cell_is_known_by_its_id_whatever_was_edited() =>
        Assert.Equal(["1|1", "2|3 ≠", "|9 ≠", "4|4"], Pairs(Of("a", Cell("x", "1"), Cell("y", "2"), Cell("z", "4")), Of("b", Cell("x", "1"), Cell("y", "3"), Cell("n", "9"), Cell("z", "4"))));

    [Fact]
    public void Without_common_ids_it_is_known_by_its_text_and_else_by_its_place() =>
        Assert.Equal(["1|1", "2|3 ≠", "4|4", "5| ≠"], Pairs(Of("a", Cell("x", "1"), Cell("y", "2"), Cell("z", "4"), Cell("w", "5")), Of("b", Cell("p", "1"), Cell("q", "3"), Cell("r", "4"))));

    [Fact]
    public void A_notebook_without_cells_can_be_compared()
    {
        Assert.Equal(["|1 ≠"], Pairs(Of("a"), Of("b", Cell("x", "1"))));
        Assert.Equal(["1| ≠"], Pairs(Of("a", Cell("x", "1")), Of("b")));
        Assert.Empty(Pairs(Of("a"), Of("b")));
    }

    [Fact]
    public void Two_runs_that_gave_the_same_are_alike_whatever_their_numbers_and_made_up_names()
    {
        string Drawn() => $"<div id=\"{Guid.NewGuid()}\">7</div>";
        var (before, after) = (Of("a", Cell("x", "f()", Gave("text/html", Drawn()))), Of("b", Cell("x", "f()", Gave("text/html", Drawn(), count: 8))));
        Assert.Equal(["f()|f()"], Pairs(before, after));
        Assert.Equal(["f()|f() ≠"], Pairs(before, Of("c", Cell("x", "f()", Gave("text/html", "<div>8</div>")))));
    }

    [Fact]
    public void Formats_that_only_one_of_them_was_saved_with_make_no_difference()
    {
        JsonObject Both(string html) => new() { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { ["text/html"] = html, ["text/plain"] = "7" } };
        var plain = Of("a", Cell("x", "f()", Gave("text/plain", "7")));
        Assert.Equal(["f()|f()"], Pairs(plain, Of("b", Cell("x", "f()", Both("<b>7</b>")))));
        Assert.Equal(["f()|f() ≠"], Pairs(Of("c", Cell("x", "f()", Both("<b>8</b>"))), Of("b", Cell("x", "f()", Both("<b>7</b>")))));
        Assert.Equal(["f()|f() ≠"], Pairs(plain, Of("b", Cell("x", "f()", Gave("text/html", "7")))));
        Assert.Equal(["f()|f() ≠"], Pairs(plain, Of("b", Cell("x", "f()"))));
    }

    [Fact]
    public void A_text_kept_as_lines_is_the_text_kept_whole()
    {
        var lines = Cell("x", "f()", new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = new JsonArray("a\n", "b\n") });
        var whole = Cell("x", "f()", new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "a\nb\n" });
        Assert.Equal(["f()|f()"], Pairs(Of("a", lines), Of("b", whole)));
    }

    [Fact]
    public void The_page_has_what_differs_word_by_word_pictures_included_and_counts_the_rest()
    {
        var before = Of("a", Cell("x", "1"), Cell("y", "var rate = 0.1; // <slow>", Gave("image/png", Dot)), Cell("z", "4"));
        var after = Of("b", Cell("x", "1"), Cell("y", "var rate = 0.2; // <slow>", Gave("text/plain", "no picture")), Cell("z", "4"));
        var pairs = NotebookComparison.Of(before, after);
        var page = ComparePage.Page(before, after, pairs);
        Assert.Contains("Of 3 cells 1 edited", page);
        Assert.Contains("class=\"edited\">var rate = 0.<mark>1</mark>; // &lt;slow&gt;</td>", page);
        Assert.Contains("0.<mark>2</mark>", page);
        Assert.Contains($"data:image/png;base64,{Dot}", page);
        Assert.Contains("no picture", page);
        Assert.Equal(2, page.Split("<p class=\"alike\">one cell alike</p>").Length - 1);
    }

    [Fact]
    public void The_command_says_by_its_code_whether_they_differ()
    {
        var (a, b) = (Of("a", Cell("x", "1")).FilePath, Of("b", Cell("x", "2")).FilePath);
        var folder = Path.Combine(example.Folder, "out");
        Assert.Equal(0, ChildKernel.Run("compare", a, a, "--out", folder).Code);
        var (code, said) = ChildKernel.Run("compare", a, b, "--out", folder);
        Assert.Equal(1, code);
        Assert.Contains("Of 1 cells 1 edited", said);
        Assert.True(File.Exists(Path.Combine(folder, "a-and-b.compare.html")));
        foreach (var wrong in new string[][] { [a], [a, b, a], [a, "none.ipynb"], [a, b, "--out"], [a, b, "--fast"], [a, Path.Combine(example.Folder, "out", "a-and-b.compare.html")] })
            Assert.Equal(2, ChildKernel.Run("compare", wrong).Code);
    }
}
