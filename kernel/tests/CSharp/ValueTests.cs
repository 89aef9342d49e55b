namespace Workbook.Kernel.Tests;

[Collection("console")]
public sealed class ValueTests : IDisposable
{
    private readonly Session session = new();

    public void Dispose() => Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "true")]
    [InlineData("\"text\"", "text")]
    [InlineData("'c'", "c")]
    [InlineData("DayOfWeek.Monday", "Monday")]
    [InlineData("(1, \"a\")", "(1, \"a\")")]
    [InlineData("new[] { 1, 2, 3 }", "[1, 2, 3]")]
    [InlineData("new List<string> { \"a\" }", "[\"a\"]")]
    [InlineData("Enumerable.Range(0, 100)", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … (100 items)]")]
    [InlineData("new int[1000].Length == 1000 ? new int[21] : []", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, … (21 items)]")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "{ \"a\": 1 }")]
    [InlineData("new { Name = \"a\", Size = 2.5 }", "{ Name = \"a\", Size = 2.5 }")]
    [InlineData("record Point(int X, int Y); new Point(1, 2)", "Point { X = 1, Y = 2 }")]
    [InlineData("record Point(int X, int Y); record Spot(int X, int Y, string Name) : Point(X, Y); new Spot(1, 2, \"a\")", "Spot { X = 1, Y = 2, Name = \"a\" }")]
    [InlineData("record Point(int X); record Spot(int X) : Point(X) { public override string ToString() => \"here\"; } new Spot(1)", "here")]
    [InlineData("typeof(int)", "System.Int32")]
    [InlineData("typeof(List<int>)", "System.Collections.Generic.List<System.Int32>")]
    [InlineData("typeof(Dictionary<string, List<int[]>>)", "System.Collections.Generic.Dictionary<System.String, System.Collections.Generic.List<System.Int32[]>>")]
    [InlineData("(int x) => x + 1.5", "Func<Int32, Double>")]
    [InlineData("async IAsyncEnumerable<int> Later() { await Task.Yield(); yield return 1; } (object)Later()", "IAsyncEnumerable<Int32>")]
    [InlineData("new Version(1, 2)", "1.2")]
    public void A_value_reads_as_one_would_write_it(string code, string text) => Assert.Equal(text, session.Value(code));

    [Theory]
    [InlineData("new Sour()", "(InvalidOperationException)")]
    [InlineData("new object[] { 1, new Sour(), 3 }", "[1, (InvalidOperationException), 3]")]
    [InlineData("new List<Sour> { new() }", "[(InvalidOperationException)]")]
    [InlineData("new { A = new Sour(), B = 2 }", "{ A = (InvalidOperationException), B = 2 }")]
    [InlineData("(1, new Sour())", "(1, (InvalidOperationException))")]
    [InlineData("new Dictionary<string, Sour> { [\"a\"] = new() }", "{ \"a\": (InvalidOperationException) }")]
    [InlineData("new Exact()", "(FormatException)")]
    [InlineData("new Worst()", "(NotSupportedException)")]
    public void A_text_that_throws_shows_why_in_its_own_place(string code, string text)
    {
        session.Value("""
            class Sour { public override string ToString() => throw new InvalidOperationException("no text"); }
            class Exact : IFormattable { public string ToString(string? format, IFormatProvider? provider) => throw new FormatException(); }
            class Worst : Exception { public override string ToString() => throw new NotSupportedException(); }
            """);
        Assert.Equal(text, session.Value(code));
    }

    [Theory]
    [InlineData("new object[] { Half(), 3 }", "[(FormatException), 3]")]
    [InlineData("new { Left = Half(), Right = 1 }", "{ Left = (FormatException), Right = 1 }")]
    [InlineData("(1, new[] { new Mute() })", "(1, [(NotSupportedException)])")]
    public void A_sequence_that_breaks_off_and_a_formatter_that_throws_say_so_in_their_own_place(string code, string text)
    {
        session.Value("""
            IEnumerable<int> Half() { yield return 1; throw new FormatException(); }
            class Mute;
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Mute>((Func<Mute, string>)(_ => throw new NotSupportedException()), "text/plain");
            """);
        Assert.Equal(text, session.Value(code));
        Assert.Equal("FormatException", session.Error("Half()").Name);
    }

    [Fact]
    public void A_task_that_nobody_awaits_goes_by_its_own_name()
    {
        var text = session.Value("async Task<int> Later() { await Task.Delay(20); return 1; }\n(object)Later()")!;
        Assert.StartsWith("Task<Int32> { Id = ", text);
        Assert.DoesNotContain("StateMachine", text);
    }

    [Fact]
    public void A_row_of_numbers_needs_no_table() => Assert.Null(Html("new long[] { 2, 3 }"));

    [Fact]
    public void An_endless_sequence_and_a_property_that_throws_are_no_danger()
    {
        Assert.EndsWith(", …]", session.Value("IEnumerable<int> Ones() { while (true) yield return 1; } Ones()"));
        Assert.Equal("Bad { Value = \"(FormatException)\" }", session.Value("class Bad { public int Value => throw new FormatException(); } new Bad()"));
        Assert.Contains("Node { Next = Node", session.Value("class Node { public Node? Next { get; set; } } var n = new Node(); n.Next = n; n"));
    }

    [Fact]
    public void Something_that_can_be_shown_shows_itself()
    {
        var html = Html("""
            class TypeFormatterSourceAttribute : Attribute { public Type FormatterSourceType => typeof(Reds); public string[] PreferredMimeTypes => ["text/html", "text/plain"]; }
            public class Reds { public IEnumerable<object> CreateTypeFormatters() => [new InRed()]; }
            public class InRed { public string MimeType => "text/html"; public bool Format(object value, TextWriter writer) { writer.Write("<i>red</i>"); return true; } }
            [TypeFormatterSource] public class Red;
            new Red()
            """);
        Assert.Equal("<i>red</i>", html);
    }

    [Fact]
    public void Display_shows_and_its_handle_updates()
    {
        session.Value("var shown = display(\"one\"); \"two\".Display(); shown.Update(\"three\");");
        Assert.Equal(["one", "two"], session.Shown.Select(shown => shown.Bundle.Text));
        Assert.Equal((session.Shown[0].Id, "three"), (session.Updated[0].Id, session.Updated[0].Bundle.Text));
    }

    [Theory]
    [InlineData("HTML(\"<b>x</b>\")", "text/html", "<b>x</b>")]
    [InlineData("Markdown(\"*x*\")", "text/markdown", "*x*")]
    [InlineData("Latex(\"$$x$$\")", "text/latex", "$$x$$")]
    [InlineData("#!html\n<b>x</b>", "text/html", "<b>x</b>")]
    [InlineData("#!markdown\n*x*\n#r is no magic here", "text/markdown", "*x*\n#r is no magic here")]
    public void Markup_is_shown_as_what_it_is(string code, string mime, string content)
    {
        var done = Assert.IsType<CellOutcome.Done>(session.Run(code));
        Assert.Equal(content, done.Value!.Formats[mime]);
    }

    [Fact]
    public void Blocks_of_a_cell_act_in_order_and_the_last_gives_the_value()
    {
        var value = session.Value("var x = 1;\nx\n#!html\n<b>\n#!csharp\nx + 1");
        Assert.Equal("2", value);
        Assert.Equal(["1", "<b>\n"], session.Shown.Select(shown => shown.Bundle.Text));
    }

    [Fact]
    public void A_magic_s_name_inside_a_string_is_text() =>
        Assert.Equal("\n#!html\n", session.Value("@\"\n#!html\n\""));

    [Fact]
    public void Variables_are_listed_with_type_and_value()
    {
        session.Value("var beta = 2.5; var alpha = new[] { 1 };");
        session.Value("var beta = \"new\";");
        Assert.Equal("alpha  beta", session.Value("#!who"));
        Assert.Contains("{ Name = \"beta\", Type = \"string\", Value = \"new\" }", session.Value("#!whos"));
    }

    [Fact]
    public void Time_says_how_long_the_cell_took()
    {
        session.Value("#!time\nThread.Sleep(20);");
        Assert.Matches(@"^Wall time: [\d.]+ m?s$", session.Shown.Single().Bundle.Text);
    }

    [Fact]
    public void The_list_of_magics_has_every_magic() =>
        Assert.All(["#r", "#load", "#!time", "#!html", "#!whos"], name => Assert.Contains(name, session.Value("#!lsmagic")));

    private string? Html(string code) => (string?)Assert.IsType<CellOutcome.Done>(session.Run(code)).Value!.Formats.GetValueOrDefault("text/html");
}
