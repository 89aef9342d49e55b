namespace Workbook.Kernel.Tests;

/// <summary>C# in a cell as in a program: where the script dialect differs, the cell reads as the program would, or says what to write.</summary>
[Collection("console")]
public sealed class LanguageTests
{
    private readonly Session session = new();

    [Theory]
    [InlineData("return 42;", "42")]
    [InlineData("var n = 3;\nreturn n * 2;", "6")]
    [InlineData("return await Task.FromResult(7);", "7")]
    [InlineData("foreach (var i in new[] { 1, 2, 3 }) if (i == 2) return i;", "2")]
    [InlineData("if (DateTime.Now.Year > 1) return \"early\";\nthrow new Exception();", "early")]
    [InlineData("return (string?)null;", "null")]
    [InlineData("int F() { return 1; }\nF();", null)]
    [InlineData("Func<int> f = () => { return 1; };", null)]
    public void What_a_cell_returns_is_shown(string code, string? value) => Assert.Equal(value, session.Value(code));

    [Fact]
    public void What_is_declared_below_a_return_keeps_its_old_value()
    {
        session.Value("var n = 3; var m = 4;");
        Assert.Equal("5", session.Value("var n = 5; if (n > 1) return n; var m = 6;"));
        Assert.Equal("(5, 4)", session.Value("(n, m)"));
    }

    [Theory]
    [InlineData("await (Task.Delay(1));", null)]
    [InlineData("var t = await (Task.FromResult(3));\nt", "3")]
    [InlineData("await (Task.FromResult(\"abc\")).ContinueWith(done => done.Result.Length)", "3")]
    [InlineData("1 + await (Task.FromResult(await (Task.FromResult(2)))) * 2", "5")]
    [InlineData("if (await (Task.FromResult(true))) return $\"{await (Task.FromResult(1))}\";", "1")]
    [InlineData("Task<int> F() => Task.FromResult(4);\nawait (Task)F();", null)]
    [InlineData("Task<int> F() => Task.FromResult(4);\nawait (Task<int>)F()", "4")]
    [InlineData("Task<int> F() => Task.FromResult(4);\nvar z = await (Task<int>)(object)F(); z + 1", "5")]
    [InlineData("Task<int> F() => Task.FromResult(4);\nnew[] { await (Task<int>)F(), await (F()), -await ((Task<int>)F()).ConfigureAwait(false) }", "[4, 4, -4]")]
    [InlineData("await (Task.FromResult(1), 3).Item1", "1")]
    [InlineData("await (new Func<Task<int>>(() => Task.FromResult(2)))()", "2")]
    [InlineData("object t = Task.FromResult(3);\nif (t is Task<int>) await\n    (Task<int>)t;", null)]
    [InlineData("foreach (var n in await (Task<int[]>)Task.FromResult(new[] { 1, 2 })) if (n == await (Task<int>)Task.FromResult(2)) return n;", "2")]
    [InlineData("Task<int>? none = null;\n(await (none ?? Task.FromResult(4))).ToString()", "4")]
    public void What_stands_in_parentheses_can_be_awaited(string code, string? value)
    {
        Assert.Equal(value, session.Value(code));
        Assert.Empty(session.Streams);          // with the kernel's checks in it
    }

    [Fact]
    public void Errors_behind_such_an_await_stay_where_they_are() =>
        Assert.Contains("line 1, column 38", Session.Plain(session.Error("var y = await (Task.FromResult(1)) + nothing;")));

    [Theory]
    [InlineData("new int[] { 3, 14, 15 }.AsSpan(1)", "[14, 15]")]
    [InlineData("\"hello\".AsSpan(1)", "ello")]
    [InlineData("{ Span<int> numbers = [3, 14]; foreach (var number in numbers) Console.Write(number); }\n1", "1")]
    public void A_span_at_the_end_is_shown_by_a_copy(string code, string value) => Assert.Equal(value, session.Value(code));

    [Theory]
    [InlineData("Span<int> numbers = new int[] { 3, 14, 15 };", "CS8345", "put braces { … } around the lines that use it, or keep an array (.ToArray()).")]
    [InlineData("var numbers = stackalloc int[3];", "CS8345", "put braces { … } around")]
    [InlineData("ref struct R { }\nR r = new();", "CS8345", "put braces { … } around")]
    [InlineData("var xs = new int[2];\nref int x = ref xs[0];", "CS0501", "a reference cannot: put braces { … } around")]
    [InlineData("int* p = null;", "CS0214", "put unsafe { … } around")]
    [InlineData("new CSharpKernel()", "CS0246", "Of .NET Interactive's kernels there are csharp, fsharp and those of text here")]
    public void What_the_top_of_a_cell_cannot_hold_is_refused_with_advice(string code, string error, string advice)
    {
        var refused = session.Error(code);
        Assert.StartsWith(error, refused.Message);
        Assert.Contains(advice, Session.Plain(refused));
    }

    // Each alone in its session: a reference that another cell has brought hides the want of one.
    [Theory]
    [InlineData("System.Numerics.BigInteger.Pow(2, 3)", "8")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(new byte[] { 1 }).Length", "32")]
    [InlineData("System.Net.Http.HttpMethod.Get.Method", "GET")]
    [InlineData("System.Diagnostics.Trace.WriteLine(\"x\");", null)]
    [InlineData("var one = global::System.Numerics.Complex.One.Real; one", "1")]
    [InlineData("System.Text.Json.Nodes.JsonNode.Parse(\"[1]\").AsArray().Count", "1")]
    [InlineData("System.Xml.Linq.XName.Get(\"a\").LocalName", "a")]
    [InlineData("System.IO.Compression.CompressionLevel.Optimal", "Optimal")]
    [InlineData("typeof(System.Net.Mail.MailAddress).Name", "MailAddress")]
    [InlineData("nameof(System.Threading.Channels.Channel.CreateUnbounded)", "CreateUnbounded")]
    public void A_type_of_the_framework_is_found_by_its_full_name(string code, string? value) => Assert.Equal(value, session.Value(code));

    [Theory]
    [InlineData("Stopwatch.StartNew()", "Stopwatch is in System.Diagnostics: write using System.Diagnostics; at the cell's head.")]
    [InlineData("var client = new HttpClient();", "HttpClient is in System.Net.Http: write using System.Net.Http;")]
    [InlineData("ConcurrentDictionary<string, int> seen = new();", "ConcurrentDictionary is in System.Collections.Concurrent: write using")]
    [InlineData("Regex.IsMatch(\"a\", \"a\")", "Regex is in System.Text.RegularExpressions: write using")]
    [InlineData("args.Length", "A cell gets no arguments: write string[] args = []; before.")]
    public void A_name_without_its_namespace_is_refused_with_the_namespace(string code, string advice)
    {
        Assert.Contains(advice, Session.Plain(session.Error(code)));
        Assert.DoesNotContain(" is in ", Session.Plain(session.Error("nothingOfTheKind + 1")));
    }

    [Theory]
    [InlineData("static void Main(string[] args) { }", true)]
    [InlineData("using System;\nnamespace App { class Program { static void Main() => Console.Write(1); } }", true)]
    [InlineData("public class Program { public static async Task<int> Main() { await Task.Yield(); return 1; } }", true)]
    [InlineData("static void Main() { }\nMain();", false)]
    [InlineData("class Town { public int Main => 1; }", false)]
    public void A_program_with_a_Main_is_told_that_nothing_calls_it(string code, bool isTold)
    {
        Assert.Null(session.Value(code));
        Assert.Equal(isTold ? ["Nothing calls Main by itself in a cell: make it public and call it, or write its lines without it.\n"] : [], session.Streams);
    }

    [Fact]
    public void A_part_of_a_type_in_a_later_cell_is_told_to_be_a_type_of_its_own()
    {
        session.Value("partial class Part { public int A = 1; }\npartial class Part { public int B = 2; }");
        Assert.Equal("3", session.Value("new Part().A + new Part().B"));
        Assert.Empty(session.Streams);
        session.Value("partial class Part { public int C = 3; }");
        Assert.Equal(["The parts of a partial type belong into one cell: this Part takes the place of the one before it.\n"], session.Streams);
    }

    [Fact]
    public void A_variable_of_a_type_that_was_declared_again_is_told_of()
    {
        session.Value("class Town { }\nvar town = new Town();\nvoid Visit(Town town) { }");
        session.Value("class Town { public int N; }");
        foreach (var code in (string[])["town = new Town();", "Visit(new Town());"])
            Assert.Contains("Town was declared again, and what an earlier cell made is of the type before it", Session.Plain(session.Error(code)));
        Assert.Equal("0", session.Value("var town = new Town(); town.N"));
    }

    [Fact]
    public void The_language_is_the_one_that_the_kernel_says_it_is()
    {
        Assert.Contains($"Language version: {LanguageInfo.CSharp.Version}.", Session.Plain(session.Error("#error version")));
        Assert.Contains($"C# {LanguageInfo.CSharp.Version}: Roslyn", session.Value("#!about"));
        Assert.StartsWith("CS9327", session.Error("List<int> roomy = [with(capacity: 50), 1, 2];").Message);          // not yet in C# 14
        Assert.Equal("3", session.Value("class Counter { public int N { get => field + 1; set; } }\nnew Counter { N = 2 }.N"));
    }

    [Theory]
    [InlineData("new[] { 3, 1, 2 }.AsParallel().Max()", "3")]
    [InlineData("new[] { 3, 1, 2 }.AsQueryable().Sum()", "6")]
    [InlineData("(await Count(4).ToListAsync()).Count", "4")]
    [InlineData("await Count(4).Where(n => n > 1).CountAsync()", "2")]
    [InlineData("await (from n in Count(4) where n > 1 select n * 2).SumAsync()", "10")]
    [InlineData("(await new[] { 1 }.ToAsyncEnumerable().FirstAsync()) + 1", "2")]
    [InlineData("new FileInfo(\"x\").Name + new MemoryStream([1, 2]).ToArray().Length", "x2")]
    public void Extension_methods_of_the_namespaces_that_every_cell_uses_are_found(string code, string value)
    {
        session.Value("async IAsyncEnumerable<int> Count(int n) { for (var i = 0; i < n; i++) { await Task.Yield(); yield return i; } }");
        Assert.Equal(value, session.Value(code));
    }

    [Theory]
    [InlineData("(1234.5m).ToString(\"C\", CultureInfo.GetCultureInfo(\"en-US\"))", "$1,234.50")]
    [InlineData("(1234.5m).ToString(\"N2\", new CultureInfo(\"de-DE\"))", "1.234,50")]
    [InlineData("string.Join(' ', new[] { \"b\", \"B\", \"a\", \"A\", \"z\", \"ä\" }.Order())", "a A ä b B z")]
    [InlineData("\"e\\u0301\".Normalize().Length", "1")]
    [InlineData("new RegionInfo(\"DE\").ISOCurrencySymbol", "EUR")]
    [InlineData("new DateTime(2024, 5, 1).ToString(\"MMMM\", new CultureInfo(\"fr-FR\"))", "mai")]
    [InlineData("\"I\".ToLower(new CultureInfo(\"tr-TR\"))", "ı")]
    [InlineData("CultureInfo.GetCultures(CultureTypes.SpecificCultures).Length > 100", "true")]
    [InlineData("1234.5", "1234.5")]
    public void Cultures_are_those_of_the_world_and_values_are_shown_in_none_of_them(string code, string value) =>
        Assert.Equal(value, session.Value("using System.Globalization;\n" + code));

    [Fact]
    public void FSharp_knows_the_same_cultures() =>
        Assert.Equal("1.234,50", session.Value("#!fsharp\n(1234.5m).ToString(\"N2\", System.Globalization.CultureInfo(\"de-DE\"))"));
}
