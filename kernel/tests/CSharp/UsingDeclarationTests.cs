namespace Workbook.Kernel.Tests;

[Collection("console")]
public sealed class UsingDeclarationTests
{
    private const string Noisy = "var log = new List<string>(); class Noisy(string name, List<string> log) : IDisposable { public int N => 7; public void Dispose() => log.Add(name); }";
    private readonly Session session = new();

    [Theory]
    [InlineData("using var a = new Noisy(\"a\", log); a.N")]
    [InlineData("using Noisy a = new(\"a\", log); a.N")]
    [InlineData("void F() { } using var a = new Noisy(\"a\", log); a.N")]
    [InlineData("using (var b = new MemoryStream()) { b.WriteByte(1); }\nusing var a = new Noisy(\"a\", log); a.N")]
    [InlineData("using System.Diagnostics;\nusing Text = System.String;\nusing var _ = new Noisy(\"a\", log); 7")]
    [InlineData("using var _ = new Noisy(\"a\", log) { }; 7")]
    public void What_a_cell_uses_is_let_go_at_its_end_once_its_value_was_shown(string code)
    {
        session.Value(Noisy);
        Assert.Equal("7", session.Value(code));
        Assert.Equal("[\"a\"]", session.Value("log"));
    }

    [Fact]
    public void The_last_is_let_go_first_even_when_the_cell_throws()
    {
        session.Value(Noisy);
        session.Error("using var a = new Noisy(\"a\", log); using var b = new Noisy(\"b\", log); throw new Exception();");
        Assert.Equal("[\"b\", \"a\"]", session.Value("log"));
    }

    [Theory]
    [InlineData("using Noisy a = new(\"a\", log), b = new(\"b\", log); log.Count", "[\"b\", \"a\"]")]
    [InlineData("using Noisy a = new(\"a\", log) { }, b = Of<int, string>(1, \"x\"), c = new(\"c\", log);\nlog.Count", "[\"c\", \"b\", \"a\"]")]
    [InlineData("using Dictionary<int, string>.Enumerator a = new Dictionary<int, string>().GetEnumerator(); 0", "[]")]
    public void Of_several_in_one_declaration_each_is_let_go_the_last_first(string code, string order)
    {
        session.Value(Noisy);
        session.Value("Noisy Of<A, B>(A a, B b) => new(\"b\", log);");
        Assert.Equal("0", session.Value(code));
        Assert.Equal(order, session.Value("log"));
    }

    [Fact]
    public void What_can_be_disposed_in_two_ways_is_disposed()
    {
        session.Value("using var stream = new MemoryStream(); var kept = stream;");
        Assert.Equal("False", session.Value("kept.CanRead.ToString()"));
        Assert.Contains("cannot be disposed", session.Error("using var x = \"text\";").Message);
    }

    [Theory]
    [InlineData("await using var a = new Both(\"a\", log); log.Count")]
    [InlineData("await using Both a = new(\"a\", log); log.Count")]
    [InlineData("await using var _ = new Both(\"a\", log); log.Count")]
    public void Where_its_disposal_is_awaited_nothing_else_is_called(string code)
    {
        session.Value("""
            var log = new List<string>();
            class Both(string name, List<string> log) : IAsyncDisposable, IDisposable
            {
                public void Dispose() => log.Add(name);
                public async ValueTask DisposeAsync() { await Task.Yield(); log.Add(name + " awaited"); }
            }
            """);
        Assert.Equal("0", session.Value(code));
        Assert.Equal("[\"a awaited\"]", session.Value("log"));
        session.Value("using var b = new Both(\"b\", log); await using Both c = new(\"c\", log), d = null;");
        Assert.Equal("[\"a awaited\", \"c awaited\", \"b\"]", session.Value("log"));
        Assert.Contains("a StringReader has no disposal to await", session.Error("await using var text = new StringReader(\"\");").Message);
    }

    [Fact]
    public void Columns_of_errors_stay_right() =>
        Assert.Contains("line 1, column 17", Session.Plain(session.Error("using var a  =  nothing;")));

    [Theory]
    [InlineData("using System.Text; var x = 1;")]
    [InlineData("using static System.Math;")]
    [InlineData("void F() { using var a = new MemoryStream(); }")]
    public void Other_usings_stay_as_they_are(string code) => Assert.Equal(code, UsingDeclarations.Rewrite(code));
}
