namespace Workbook.Kernel.Tests;

[Collection("console")]
public sealed class AssistTests
{
    private readonly Session session = new();

    [Theory]
    [InlineData("Console.Wri|", "Write", "WriteLine")]
    [InlineData("var s = \"a\"; s.Len|", "Length")]
    [InlineData("var xs = new[] { 1 }; xs.Sele|", "Select", "SelectMany")]
    [InlineData("Mat|", "Math", "MathF")]
    [InlineData("int Fibonacci(int n) => n; Fibo|", "Fibonacci")]
    [InlineData("fore|", "foreach")]
    [InlineData("using System.Coll|", "Collections")]
    [InlineData("System.Text.StringB|", "StringBuilder")]
    [InlineData("string? s = null; s?.Len|", "Length")]
    [InlineData("Func<string, int> f = s => s.Leng|", "Length")]
    [InlineData("DayOfWeek.Mon|", "Monday")]
    [InlineData("#!ti|", "#!time")]
    [InlineData("#!html\n<b>\n#!csharp\nMat|", "Math")]
    [InlineData("𝒳 😀\nConsole.Wri|", "Write")]
    public void Names_are_completed(string code, params string[] expected)
    {
        var offers = Complete(code).Items.Select(item => item.Text).ToList();
        Assert.Equal(expected, offers.Where(expected.Contains));
    }

    [Theory]
    [InlineData("int Area(int width, int height) => width * height; Area(hei|", "height:")]
    [InlineData("string.Join(separator: \", \", val|", "values:")]
    [InlineData("new List<int>(cap|", "capacity:")]
    [InlineData("class Size { public int Width { get; set; } public int Height { get; set; } } new Size { Wid|", "Width")]
    [InlineData("class Size { public int Width { get; set; } public int Height { get; set; } } new Size { Width = 1, | }", "Height")]
    [InlineData("var day = DayOfWeek.Monday; if (day == |", "DayOfWeek.Sunday")]
    [InlineData("var day = DayOfWeek.Monday; switch (day) { case Day|", "DayOfWeek.Sunday")]
    [InlineData("var broken = (; Console.Wri|", "Write")]
    [InlineData("record Person(string Name, int Age); new Person(\"a\", 1) with { Ag|", "Age")]
    [InlineData("record Person(string Name, int Age); var ada = new Person(\"a\", 1); var older = ada with { Name = \"b\", | }", "Age")]
    [InlineData("record Person(string Name, int Age); object ada = 1; var grown = ada is Person { Ag|", "Age")]
    [InlineData("record Person(string Name, int Age); var ada = new Person(\"a\", 1); var grown = ada is { Name: \"a\", Ag|", "Age")]
    [InlineData("record Person(string Name, int Age); nameof(Person.Ag|", "Age")]
    [InlineData("using System.Net.Ht|", "Http")]
    [InlineData("System.Xml.Linq.XDoc|", "XDocument")]
    [InlineData("using System.Net.Http; var client = new HttpCl|", "HttpClient")]
    [InlineData("new[] { 1 }.AsPara|", "AsParallel")]
    public void What_the_place_asks_for_comes_first(string code, string first) => Assert.Equal(first, Complete(code).Items[0].Text);

    [Fact]
    public void A_package_is_known_before_a_cell_has_used_it()
    {
        using var feed = new Feed();
        var name = $"Named{Guid.NewGuid():N}";
        feed.Pack(name, "1.0.0", new Dictionary<string, byte[]> { [$"lib/net10.0/{name}.dll"] = Feed.Compile(name, $"namespace {name}; public static class Words {{ public static string Shouted(this string text) => text; }}") });
        session.Value($"{feed.Line}\n#r \"nuget: {name}, 1.0.0\"");
        Assert.Equal(name, Complete($"using {name[..^3]}|").Items[0].Text);
        Assert.Equal("Shouted", Complete($"using {name}; \"x\".Shou|").Items[0].Text);
    }

    [Fact]
    public void A_completion_does_not_grow_dearer_with_the_cell_before_it()
    {
        session.Value(string.Join('\n', Enumerable.Range(0, 400).Select(i => $"int F{i}(int n) {{ var xs = new List<int> {{ n }}; return xs.Select(x => x + {i}).Sum(); }}")));
        Complete("F1|");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 10; i++) Assert.NotEmpty(Complete("F1|").Items);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData("var s = \"Con|")]
    [InlineData("// Con|")]
    [InlineData("0x1|")]
    public void Nothing_is_offered_inside_text_and_numbers(string code) => Assert.Empty(Complete(code).Items);

    [Fact]
    public void An_offer_replaces_the_word_and_tells_kind_and_signature()
    {
        session.Value("double Halve(double number) => number / 2; var length = 3.0;");
        var completions = Complete("var y = Hal|");
        Assert.Equal((8, 11), (completions.Start, completions.End));
        Assert.Equal(new Completion("Halve", "function", "double Halve(double number)"), completions.Items[0]);
        Assert.Equal("instance", Complete("leng|").Items[0].Kind);
    }

    [Fact]
    public void Names_of_the_session_come_first()
    {
        session.Value("var consoleName = 1;");
        Assert.Equal("consoleName", Complete("con|").Items[0].Text);
    }

    [Fact]
    public void Static_members_are_offered_on_types_and_instance_members_on_values()
    {
        Assert.DoesNotContain(Complete("string.|").Items, item => item.Text == "Length");
        Assert.DoesNotContain(Complete("\"a\".|").Items, item => item.Text == "IsNullOrEmpty");
    }

    [Fact]
    public void Completion_answers_while_a_cell_runs()
    {
        session.Value("var started = 1;");
        var cell = new Thread(() => session.Run("display(1); Thread.Sleep(20_000);"));
        cell.Start();
        Assert.True(SpinWait.SpinUntil(() => session.Shown.Count > 0, TimeSpan.FromSeconds(10)));
        var offers = Complete("star|");
        session.Language.Interrupt();
        cell.Join();
        Assert.Equal("started", offers.Items[0].Text);
    }

    [Theory]
    [InlineData("Math.Ab|s(-1)", "Returns the absolute value")]
    [InlineData("Math.Sq|rt(4)", "Negative: ")]                    // a row of a table: what is said of a term stands behind a colon
    [InlineData("Console.WriteLine(|", "void Console.WriteLine(string? value)")]
    [InlineData("new List<int>(|", "List<int>.List(int capacity)")]
    [InlineData("using Workbook.Kernel.Cells; MimeB|undle", "One thing in several formats")]
    [InlineData("Workbook.Cells.He|re", "What every cell can call by its bare name")]
    public void Documentation_is_found(string code, string sentence)
    {
        var bundle = Inspect(code);
        Assert.Contains(sentence, (string)bundle!.Formats["text/markdown"]);
        Assert.Contains(sentence, bundle.Text);
    }

    [Fact]
    public void A_function_of_a_cell_shows_its_signature_and_its_own_documentation()
    {
        session.Value("/// <summary>Adds <paramref name=\"step\"/>.</summary>\nint Next(int n, int step = 1) => n + step;");
        var text = Inspect("Nex|t(1)")!.Text;
        Assert.StartsWith("int Next(int n, int step = 1)", text);
        Assert.Contains("Adds step.", text);
    }

    [Fact]
    public void A_variable_shows_its_type_and_the_type_s_documentation()
    {
        session.Value("var numbers = new List<int>();");
        var text = Inspect("number|s")!.Text;
        Assert.StartsWith("List<int> numbers", text);
        Assert.Contains("strongly typed list", text);
    }

    [Fact]
    public void Nothing_is_said_about_nothing() => Assert.Null(Inspect("1 + | 2"));

    [Theory]
    [InlineData("var x = 1;", Completeness.Complete)]
    [InlineData("1 + 1", Completeness.Complete)]
    [InlineData("", Completeness.Complete)]
    [InlineData("#!time\n1", Completeness.Complete)]
    [InlineData("for (int i = 0; i < 3; i++) {", Completeness.Incomplete)]
    [InlineData("Console.WriteLine(", Completeness.Incomplete)]
    [InlineData("var x =", Completeness.Incomplete)]
    [InlineData("/* and so", Completeness.Incomplete)]
    [InlineData("var s = @\"two\n", Completeness.Incomplete)]
    [InlineData("var s = \"\"\"\n text", Completeness.Incomplete)]
    [InlineData("class A {", Completeness.Incomplete)]
    [InlineData("if (true)", Completeness.Incomplete)]
    [InlineData("foo)", Completeness.Invalid)]
    [InlineData("var = = 3;", Completeness.Invalid)]
    [InlineData("} x", Completeness.Invalid)]
    [InlineData("import numpy as np", Completeness.Invalid)]
    public void A_cell_is_complete_incomplete_or_invalid(string code, Completeness answer) => Assert.Equal(answer, session.Language.IsComplete(code));

    private Completions Complete(string code) => session.Language.Complete(code.Replace("|", ""), code.IndexOf('|'));

    private MimeBundle? Inspect(string code) => session.Language.Inspect(code.Replace("|", ""), code.IndexOf('|'), detailed: true);
}
