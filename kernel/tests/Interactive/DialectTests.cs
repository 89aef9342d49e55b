namespace Workbook.Kernel.Tests;

/// <summary>The functions that notebooks of the dialect call by their bare names.</summary>
[Collection("console")]
public sealed class DialectTests
{
    private readonly Session session = new();

    [Theory]
    [InlineData("display(\"<b>\")", "text/html", null)]
    [InlineData("display(\"<b>\", \"text/html\")", "text/html", "<pre>&lt;b&gt;</pre>")]
    [InlineData("\"<b>x</b>\".DisplayAs(\"text/html\")", "text/html", "<b>x</b>")]
    [InlineData("new { A = 1, B = \"b\" }.Display(\"text/plain\", \"application/json\")", "application/json", "{\n  \"A\": 1,\n  \"B\": \"b\"\n}")]
    [InlineData("new { A = 1 }.Display(\"text/plain\")", "text/html", null)]
    [InlineData("SVG(\"<svg/>\").Display()", "image/svg+xml", "<svg/>")]
    [InlineData("Javascript(\"1\")", "text/html", "<script type=\"text/javascript\">1</script>")]
    [InlineData("display((LaTeXString)\"x^2\")", "text/latex", "x^2")]
    [InlineData("display(new HtmlString(\"<i>x</i>\"))", "text/html", "<i>x</i>")]
    [InlineData("KernelInvocationContext.Current.DisplayAs(\"*x*\", \"text/markdown\")", "text/markdown", "*x*")]
    public void A_thing_is_shown_in_the_format_that_was_meant(string code, string mimeType, string? content)
    {
        session.Value(code + ";");
        Assert.Equal(content, session.Shown.Single().Bundle.Formats.GetValueOrDefault(mimeType)?.ToString());
    }

    [Theory]
    [InlineData("Javascript(\"1\")")]
    [InlineData("display(42)")]
    public void What_a_cell_ends_in_is_shown_once_where_it_is_shown_already(string code)
    {
        Assert.Null(session.Value(code));
        Assert.Single(session.Shown);
    }

    [Fact]
    public void A_table_is_shown_of_a_line_of_text_too()
    {
        session.Value("new[] { \"a\", \"b\" }.DisplayTable();");
        var html = (string)session.Shown.Single().Bundle.Formats["text/html"];
        Assert.Matches("<table>.*value.*a.*b.*</table>", html.ReplaceLineEndings(""));
    }

    [Fact]
    public void An_update_keeps_to_the_formats_of_the_first()
    {
        session.Value("var shown = new { A = 1 }.Display(\"text/plain\"); shown.Update(new { A = 2 });");
        Assert.Equal(["text/plain"], session.Updated.Single().Bundle.Formats.Keys);
        Assert.Equal("{ A = 2 }", session.Updated.Single().Bundle.Text);
    }

    [Fact]
    public void A_line_and_a_password_are_asked_for_with_their_prompts_and_the_password_is_not_shown()
    {
        session.Answers.Enqueue("Ann");
        session.Answers.Enqueue("secret");
        Assert.Equal("Ann", session.Value("await Microsoft.DotNet.Interactive.Kernel.GetInputAsync(\"Name?\")"));
        Assert.Equal("************", session.Value("var word = await GetPasswordAsync(\"Word?\"); word"));
        Assert.Equal("{ W = ************ }", session.Value("new { W = word }"));
        Assert.Equal("secret", session.Value("word.GetClearTextPassword()"));
        Assert.Equal([("Name?", false), ("Word?", true)], session.Asked);
    }

    [Fact]
    public void Without_anybody_there_a_question_is_an_error() => Assert.Contains("nobody is there", session.Error("await GetInputAsync(\"?\")").Message);

    [Theory]
    [InlineData("Console.Clear();")]
    [InlineData("System.Console.Clear();")]
    [InlineData("ClearOutput();")]
    [InlineData("if (true) Console.Clear();")]
    public void The_output_is_cleared(string code)
    {
        session.Value($"display(1); {code} display(2);");
        Assert.Equal(["2"], session.Shown.Select(shown => shown.Bundle.Text));
    }

    [Fact]
    public void A_console_of_one_s_own_is_left_alone() =>
        Assert.Equal("mine", session.Value("static class Console { public static string Clear() => \"mine\"; } Console.Clear()"));

    [Fact]
    public void The_running_cell_knows_when_it_is_stopped() =>
        Assert.Equal("(true, false)", session.Value("var token = KernelInvocationContext.Current.CancellationToken; (token.CanBeCanceled, token.IsCancellationRequested)"));

    [Fact]
    public void A_namespace_used_later_changes_nothing_before_it()
    {
        session.Value("display(1); var handle = display(2); var process = System.Diagnostics.Process.GetCurrentProcess();");
        foreach (var space in new[] { "System.Text.Json.Nodes", "System.Data", "System.Xml.Linq", "System.Net.Http", "System.Reflection.Metadata", "System.Security.Cryptography", "Microsoft.Win32" })
            session.Value($"using {space}; typeof({Sample(space)}).Name");
        session.Value("display(3); handle.Update(4); process = System.Diagnostics.Process.GetCurrentProcess();");
        Assert.Equal(["1", "2", "3"], session.Shown.Select(shown => shown.Bundle.Text));
    }

    private static string Sample(string space) => space switch
    {
        "System.Text.Json.Nodes" => "JsonNode",
        "System.Data" => "DataTable",
        "System.Xml.Linq" => "XElement",
        "System.Net.Http" => "HttpClient",
        "System.Reflection.Metadata" => "MetadataReader",
        "System.Security.Cryptography" => "SHA256",
        _ => "Microsoft.Win32.SafeHandles.SafeFileHandle",
    };
}
