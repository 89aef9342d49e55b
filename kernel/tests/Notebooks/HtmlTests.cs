using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

public sealed class HtmlTests : IDisposable
{
    private readonly Example example = new();

    public void Dispose() => example.Dispose();

    [Theory]
    [InlineData("var x = 1;", "<span class=\"keyword\">var</span> x = <span class=\"literal\">1</span>;")]
    [InlineData("// a < b", "<span class=\"comment\">// a &lt; b</span>")]
    [InlineData("Foo(\"s\");", "<span class=\"function\">Foo</span>(<span class=\"string\">&quot;s&quot;</span>);")]
    [InlineData("new List<int>()", "<span class=\"keyword\">new</span> <span class=\"type\">List</span>&lt;<span class=\"keyword\">int</span>&gt;()")]
    public void Code_is_coloured_word_by_word(string code, string html) => Assert.Equal(html, Highlight.ToHtml(code));

    [Theory]
    [InlineData("#load \"workbook.csx\"\nvar s = $\"{1:0.0} a\"; // end\n")]
    [InlineData("var broken = (((;")]
    [InlineData("#!time\nvar text = \"\"\"\n  raw <b>\n  \"\"\";")]
    public void No_character_of_the_code_is_lost(string code) =>
        Assert.Equal(code, System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(Highlight.ToHtml(code), "<[^>]+>", "")));

    [Theory]
    [InlineData("#!fsharp\nlet x' = 'a' // note", "<span class=\"directive\">#!fsharp</span>\n<span class=\"keyword\">let</span> x&#39; = <span class=\"string\">&#39;a&#39;</span> <span class=\"comment\">// note</span>")]
    [InlineData("#!fsharp\n(* a \"b *) let! n = f<'T> 1.5e3 \"// in\"", "<span class=\"directive\">#!fsharp</span>\n<span class=\"comment\">(* a &quot;b *)</span> <span class=\"keyword\">let!</span> n = f&lt;&#39;T&gt; <span class=\"literal\">1.5e3</span> <span class=\"string\">&quot;// in&quot;</span>")]
    [InlineData("#!mermaid\ngraph LR; new --> class", "#!mermaid\ngraph LR; new --&gt; class")]
    [InlineData("#!time\nnew object()", "<span class=\"directive\">#!time\n</span><span class=\"keyword\">new</span> <span class=\"keyword\">object</span>()")]
    public void A_cell_is_coloured_as_what_it_is_written_in(string code, string html) => Assert.Equal(html, Highlight.ToHtml(new NotebookCell(Example.Code(code))));

    [Fact]
    public void Colours_of_a_traceback_become_classes_and_text_is_escaped() =>
        Assert.Equal("<span class=\"ansi-31\">a &lt; b</span> c", AnsiHtml.Of("\e[31ma < b\e[0m c"));

    [Fact]
    public void Prose_has_its_title_its_formulas_and_links_to_pages()
    {
        var page = Page(Example.Prose("# Codes & *bits*\n\nLet $\\alpha_i$ be\n\n$$x = 1$$\n\nsee [next](02-pca.ipynb#top) and [web](https://example.org/a.ipynb)"));
        Assert.Contains("<title>Codes &amp; *bits*</title>", page);
        Assert.Contains("<span class=\"math\">\\(\\alpha_i\\)</span>", page);
        Assert.Contains("\\[x = 1\\]", page);
        Assert.Contains("href=\"02-pca.html#top\"", page);
        Assert.Contains("href=\"https://example.org/a.ipynb\"", page);
    }

    [Theory]
    [InlineData("so $\\lVert v \\rVert^2 =\n\\operatorname{tr} J_i J_j$ holds", "so <span class=\"math\">\\(\\lVert v \\rVert^2 =\n\\operatorname{tr} J_i J_j\\)</span> holds")]
    [InlineData("$a\nb$, $c$", "<span class=\"math\">\\(a\nb\\)</span>, <span class=\"math\">\\(c\\)</span>")]
    [InlineData("from 5$ or\n6$ to $7", "from 5$ or\n6$ to $7")]
    [InlineData("$5 and\n $6", "$5 and\n$6")]
    [InlineData("$a\n\nb$", "<p>$a</p>\n<p>b$</p>")]
    [InlineData("`$a` and\n`b$`", "<code>$a</code> and\n<code>b$</code>")]
    [InlineData("\\$a\nb$", "$a\nb$")]
    public void A_formula_may_run_over_a_line_break(string markdown, string html) => Assert.Contains(html, Page(Example.Prose(markdown)));

    [Fact]
    public void A_picture_beside_the_notebook_is_taken_into_the_page()
    {
        File.WriteAllBytes(Path.Combine(example.Folder, "dot.png"), [1, 2, 3]);
        Assert.Contains("src=\"data:image/png;base64,AQID\"", Page(Example.Prose("![dot](dot.png)")));
    }

    [Theory]
    [InlineData("{\"text/plain\": \"p\", \"text/html\": [\"<b>h\", \"</b>\"]}", "<b>h</b>")]
    [InlineData("{\"text/plain\": \"p\", \"image/png\": \"AQID\\n\"}", "<img alt=\"p\" src=\"data:image/png;base64,AQID\">")]
    [InlineData("{\"text/plain\": \"p\", \"text/markdown\": \"*m*\"}", "<em>m</em>")]
    [InlineData("{\"text/plain\": \"p\", \"text/vnd.mermaid\": \"A --> B\"}", "<pre class=\"mermaid\">A --&gt; B</pre>")]
    [InlineData("{\"text/plain\": \"a < b\"}", "<pre>a &lt; b</pre>")]
    public void An_output_is_shown_in_its_richest_format(string data, string html) =>
        Assert.Contains(html, OutputHtml.Of(new() { ["output_type"] = "display_data", ["data"] = JsonNode.Parse(data) }));

    [Fact]
    public void A_figure_carries_its_picture_until_it_is_drawn()
    {
        var html = OutputHtml.Of(new()
        {
            ["output_type"] = "display_data",
            ["data"] = JsonNode.Parse("{\"application/vnd.plotly.v1+json\": {\"data\": [{\"text\": \"</script>\"}]}, \"image/png\": \"AQID\", \"text/plain\": \"a figure\"}"),
        });
        Assert.Contains("<img alt=\"a figure\"", html);
        Assert.Contains("<script type=\"application/json\">{\"data\":[{\"text\":", html);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "</script>"));
    }

    [Fact]
    public void A_page_is_written_with_the_scripts_it_needs_and_asks_nothing_of_the_network()
    {
        var assets = Directory.CreateDirectory(Path.Combine(example.Folder, ".workbook", "assets")).FullName;
        File.WriteAllText(Path.Combine(assets, "plotly.min.js"), "// plotly");
        var path = example.Write(Example.Prose("# Title"), Example.Code("1 + 1"));
        var page = HtmlExport.Write(Notebook.Read(path), Path.Combine(example.Folder, "out"));
        Assert.True(File.Exists(Path.Combine(example.Folder, "out", "assets", "plotly.min.js")));
        Assert.DoesNotMatch("(src|href)=\"https?:", File.ReadAllText(page));
    }

    private string Page(params JsonObject[] cells)
    {
        var notebook = Notebook.Read(example.Write(cells));
        return HtmlExport.Page(notebook, new(notebook, example.Folder, ".html"));
    }
}
