using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>A notebook as Markdown that a code forge shows.</summary>
public sealed class MarkdownExportTests : IDisposable
{
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Fact]
    public void Cells_and_outputs_follow_each_other_and_pictures_lie_beside()
    {
        var cell = Example.Code("1 + 1\n");
        cell["outputs"] = new JsonArray(
            Output("{\"text/plain\": \"2\"}"),
            new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "a ``` b\n" },
            new JsonObject { ["output_type"] = "error", ["traceback"] = new JsonArray("\e[31mOops\e[0m: no", "  at Cell 1") },
            Output("{\"text/plain\": \"a [dot]\", \"image/png\": \"AQID\", \"text/html\": \"<script>1</script>\"}"),
            Output("{\"text/plain\": \"t\", \"text/html\": \"<table>\\n\\n<tr><td>1</td></tr></table><style>td { color: red }</style>\"}"),
            Output("{\"text/plain\": \"words\", \"text/html\": \"<script>draw()</script>\"}"));
        Assert.Equal("""
            # Title

            ```csharp
            1 + 1
            ```

            ```text
            2
            ```

            ````text
            a ``` b
            ````

            ```text
            Oops: no
              at Cell 1
            ```

            ![a \[dot\]](example-files/01.png)

            <table>
            <tr><td>1</td></tr></table>

            ```text
            words
            ```

            """.ReplaceLineEndings("\n"), Export(Example.Prose("# Title"), cell));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(example.Folder, "out", "example-files", "01.png")));
    }

    [Fact]
    public void Links_lead_where_they_led_and_every_other_letter_stays()
    {
        File.WriteAllText(Path.Combine(example.Folder, "beside (1).md"), "");
        File.WriteAllText(Path.Combine(example.Folder, "other.ipynb"), "");
        var prose = "See [this *one*](<beside (1).md>), [other](other.ipynb#part), [me](example.ipynb), [web](https://example.org/a.ipynb), $a_1 [x](y)$, `[no](beside.md)`.\n\n* a\n* b";
        Assert.Equal("See [this *one*](../beside%20%281%29.md), [other](../other.ipynb#part), [me](example.md), [web](https://example.org/a.ipynb), $a_1 [x](y)$, `[no](beside.md)`.\n\n* a\n* b\n", Export(Example.Prose(prose)));
    }

    [Fact]
    public void A_pasted_picture_becomes_a_file()
    {
        var cell = Example.Prose("![dot](attachment:dot.png)");
        cell["attachments"] = new JsonObject { ["dot.png"] = new JsonObject { ["image/png"] = "AQID" } };
        Assert.Equal("![dot](example-files/01.png)\n", Export(cell));
    }

    [Theory]
    [InlineData("", "which notebook?")]
    [InlineData("no-such.ipynb --to md", "there is no file no-such.ipynb")]
    [InlineData("--to pdf", "which notebook?")]
    [InlineData("--to", "--to wants a format")]
    [InlineData("--fancy", "there is no option --fancy")]
    public void A_mistyped_command_ends_with_code_2_and_a_sentence(string arguments, string sentence)
    {
        var (code, text) = ChildKernel.Run("export", [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(2, code);
        Assert.Contains(sentence, text);
    }

    private static JsonObject Output(string data) => new() { ["output_type"] = "display_data", ["data"] = JsonNode.Parse(data) };

    private string Export(params JsonObject[] cells) =>
        File.ReadAllText(MarkdownExport.Write(Notebook.Read(example.Write(cells)), Path.Combine(example.Folder, "out"), new HashSet<string> { "example" }));
}
