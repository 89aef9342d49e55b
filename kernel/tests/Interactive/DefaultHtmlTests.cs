namespace Workbook.Kernel.Tests;

/// <summary>What a value looks like when nobody said how: the HTML of small cases, worked by hand.</summary>
[Collection("console")]
public sealed class DefaultHtmlTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();

    [Fact]
    public void A_list_of_records_has_a_column_for_each_property_numbers_to_the_right_and_text_encoded() => Assert.Equal(
        "<table><thead><tr><th class=\"wb-number\"></th><th class=\"wb-number\">X</th><th>Name</th></tr></thead><tbody>"
        + "<tr><th>0</th><td class=\"wb-number\">1</td><td>&lt;a&gt;</td></tr>"
        + "<tr><th>1</th><td class=\"wb-number\"><span class=\"wb-null\">null</span></td><td>b</td></tr></tbody></table>",
        session.Html("record P(int? X, string Name); new[] { new P(1, \"<a>\"), new P(null, \"b\") }"));

    [Fact]
    public void An_object_is_a_row_for_each_property() => Assert.Equal(
        "<table><tbody><tr><th>Name</th><td>a &amp; b</td></tr><tr><th>Size</th><td>2.5</td></tr></tbody></table>",
        session.Html("new { Name = \"a & b\", Size = 2.5 }"));

    [Fact]
    public void A_thing_inside_a_thing_is_folded_behind_its_text() => Assert.Equal(
        "<table><tbody><tr><th>In</th><td><details><summary>{ A = 1 }</summary><table><tbody><tr><th>A</th><td>1</td></tr></tbody></table></details></td></tr></tbody></table>",
        session.Html("new { In = new { A = 1 } }"));

    [Theory]
    [InlineData("new Dictionary<string, int> { [\"<k>\"] = 1 }")]
    [InlineData("new System.Collections.ObjectModel.ReadOnlyDictionary<string, int>(new Dictionary<string, int> { [\"<k>\"] = 1 })")]
    [InlineData("System.Collections.Immutable.ImmutableSortedDictionary<string, int>.Empty.Add(\"<k>\", 1)")]
    [InlineData("new System.Dynamic.ExpandoObject() { } is IDictionary<string, object> d && d.TryAdd(\"<k>\", 1) ? d : null")]
    public void A_dictionary_of_any_kind_is_keys_and_values(string code) => Assert.Equal(
        "<table><thead><tr><th>key</th><th class=\"wb-number\">value</th></tr></thead><tbody><tr><td>&lt;k&gt;</td><td class=\"wb-number\">1</td></tr></tbody></table>",
        session.Html(code));

    [Fact]
    public void Dictionaries_with_the_same_words_for_keys_are_rows_of_one_table() => Assert.Contains(
        "<thead><tr><th class=\"wb-number\"></th><th class=\"wb-number\">a</th></tr></thead><tbody><tr><th>0</th><td class=\"wb-number\">1</td></tr><tr><th>1</th><td class=\"wb-number\">2</td></tr>",
        session.Html("new[] { new Dictionary<string, int> { [\"a\"] = 1 }, new Dictionary<string, int> { [\"a\"] = 2 } }"));

    [Fact]
    public void An_array_of_two_dimensions_numbers_its_columns()
    {
        const string code = "new[,] { { 1, 20 }, { 3, 4 } }";
        Assert.Equal("[[1, 20],\n [3, 4]]", session.Value(code));
        Assert.Contains("<th class=\"wb-number\">0</th><th class=\"wb-number\">1</th>", session.Html(code));
        Assert.Contains("<tr><th>1</th><td class=\"wb-number\">3</td><td class=\"wb-number\">4</td></tr>", session.Html(code));
    }

    [Fact]
    public void A_data_table_is_a_table_in_text_too()
    {
        session.Value("using System.Data; var t = new DataTable(); t.Columns.Add(\"Name\"); t.Columns.Add(\"N\", typeof(int)); t.Rows.Add(\"a\", 1); t.Rows.Add(\"bb\", 222);");
        Assert.Equal("Name    N\n----  ---\na       1\nbb    222", session.Value("t"));
        Assert.Contains("<tr><th>1</th><td>bb</td><td class=\"wb-number\">222</td></tr>", session.Html("t"));
    }

    [Fact]
    public void Json_is_a_tree_and_its_text_is_json()
    {
        const string code = "System.Text.Json.Nodes.JsonNode.Parse(\"{\\\"a\\\": [1, {\\\"b\\\": null}]}\")";
        Assert.Equal("{\n  \"a\": [\n    1,\n    {\n      \"b\": null\n    }\n  ]\n}", session.Value(code));
        Assert.StartsWith("<table><tbody><tr><th>a</th><td><details><summary>[1, { b = null }]</summary>", session.Html(code));
    }

    [Theory]
    [InlineData("new DateTime(2026, 1, 2, 3, 4, 5)", "2026-01-02 03:04:05")]
    [InlineData("new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc)", "2026-01-02 03:04:05.678Z")]
    [InlineData("DateTimeOffset.UnixEpoch", "1970-01-01 00:00:00 +00:00")]
    [InlineData("new DateOnly(2026, 1, 2)", "2026-01-02")]
    [InlineData("new TimeOnly(3, 4)", "03:04:00")]
    [InlineData("new byte[] { 1, 171 }", "[01 AB]")]
    [InlineData("new byte[1000]", "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 … (1,000 bytes)")]
    [InlineData("(int?)null", "null")]
    [InlineData("(1, new { A = 2 })", "(1, { A = 2 })")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"3\").RootElement", "3")]
    public void One_piece_is_a_line_of_text(string code, string text) => Assert.Equal(text, session.Value(code));

    [Fact]
    public void An_exception_is_its_message_with_the_rest_folded_away()
    {
        var html = session.Html("new InvalidOperationException(\"too <big>\")");
        Assert.StartsWith("<details><summary>InvalidOperationException: too &lt;big&gt;</summary><pre>System.InvalidOperationException: too &lt;big&gt;", html);
    }

    [Fact]
    public void A_long_table_is_cut_and_says_so()
    {
        Assert.EndsWith("</table><p>… (480 more)</p>", session.Html("Enumerable.Range(0, 500).Select(i => new { i }).ToList()"));
        Assert.EndsWith("</table><p>… (more)</p>", session.Html("Enumerable.Range(0, 500).Where(i => i >= 0).Select(i => new { i })"));
        session.Value("using Microsoft.DotNet.Interactive.Formatting; Formatter.ListExpansionLimit = 2;");
        Assert.EndsWith("<tr><th>1</th><td class=\"wb-number\">1</td></tr></tbody></table><p>… (498 more)</p>", session.Html("Enumerable.Range(0, 500).Select(i => new { i }).ToList()"));
        Assert.Equal("[0, 1, … (500 items)]", session.Value("Enumerable.Range(0, 500)"));
    }

    [Fact]
    public void Depth_ends_at_the_limit_with_the_type_s_name()
    {
        session.Value("class Node { public Node? Next { get; set; } } var n = new Node(); n.Next = n; Microsoft.DotNet.Interactive.Formatting.Formatter.RecursionLimit = 2;");
        Assert.Equal("Node { Next = Node { Next = Node } }", session.Value("n"));
    }

    [Fact]
    public void Something_wide_and_deep_stays_small()
    {
        session.Value("class Wide { public Wide[] All => Enumerable.Range(0, 1000).Select(_ => new Wide()).ToArray(); public string Text => new string('x', 100); }");
        session.Value("using Microsoft.DotNet.Interactive.Formatting; Formatter.RecursionLimit = 10; Formatter.ListExpansionLimit = 1000;");
        Assert.InRange(session.Format("text/html", "new Wide()")!.Length, 1000, 5_000_000);
    }

    [Fact]
    public void A_query_is_walked_through_once_and_a_property_asked_once()
    {
        session.Value("int walked = 0, asked = 0; class Counted { public Func<int> Next = () => 0; }");
        session.Value("class Asks(Func<int> next) { public int Value => next(); }");
        session.Html("Enumerable.Range(0, 3).Select(i => { walked++; return new Asks(() => ++asked); })");
        Assert.Equal("(3, 3)", session.Value("(walked, asked)"));
    }

    [Fact]
    public void A_task_that_has_not_ended_is_not_waited_for() =>
        Assert.Contains("Status = WaitingForActivation", session.Value("new TaskCompletionSource<int>().Task"));

    [Fact]
    public void A_frame_s_style_speaks_of_nothing_but_the_frame()
    {
        var style = session.Format("text/html", "new { A = 1 }")!.Split("<style>")[1].Split("</style>")[0];
        Assert.All(style.Split('}', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            rule => Assert.All(rule.Split('{')[0].Split(','), selector => Assert.StartsWith(".wb-value.wb-value ", selector.Trim())));
    }
}
