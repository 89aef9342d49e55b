namespace Workbook.Kernel.Tests;

/// <summary>Extensions of what an earlier cell declared, written as in a file: in a static class, in an extension block.</summary>
[Collection("console")]
public sealed class ExtensionOfCellTests
{
    private readonly Session session = new();

    public ExtensionOfCellTests()
    {
        session.Value("public class Town { public int N = 3; }");
        session.Value("record Road(Town From, Town To); var town = new Town { N = 4 };");
    }

    [Theory]
    [InlineData("static class Ex { public static int Twice(this Town t) => 2 * t.N; }", "town.Twice() + Ex.Twice(town)", "16")]
    [InlineData("public static class Ex\n{\n    public static TOut Map<TOut>(this Town t, Func<Town, TOut> f) where TOut : notnull\n    {\n        return f(t);\n    }\n}", "town.Map(t => $\"{t.N}!\")", "4!")]
    [InlineData("static class Ex { public static int Plus(this Town t, int k = 2, params int[] more) => t.N + k + more.Sum(); }", "(town.Plus(), town.Plus(1), town.Plus(1, 2, 3))", "(6, 5, 10)")]
    [InlineData("static class Ex { static int hidden = 1; static int Own(this Town t) => t.N; public static int Both(this Road r) => Own(r.From) + r.To.Double() + hidden; public static int Double(this Town t) => 2 * t.N; }", "new Road(town, town).Both()", "13")]
    [InlineData("static class Ex { public static void Reset(this Town t, out int before) { before = t.N; t.N = 0; } }", "town.Reset(out var was); (was, town.N)", "(4, 0)")]
    [InlineData("static class Ex { public static async Task<int> Later(this Town t) { await Task.Yield(); return t.N; } }", "await town.Later()", "4")]
    [InlineData("static class Ex { extension(Town t) { public int Add(int k) => t.N + k; internal U As<U>(U u) => u; } extension<T>(List<T> xs) { public T Second() => xs[1]; } }", "(town.Add(1), town.As(\"s\"), new List<Town> { null, town }.Second().N)", "(5, \"s\", 4)")]
    [InlineData("file class Hidden { public Town T = new(); }\nvar hidden = new Hidden();", "hidden.T.N", "3")]
    public void They_serve_the_cells_after_them(string declaration, string use, string value)
    {
        Assert.Null(session.Value(declaration));
        Assert.Equal(value, session.Value(use));
        Assert.Null(session.Value(declaration));          // run again
        session.Value("town = new Town { N = 4 };");
        Assert.Equal(value, session.Value(use));
        Assert.Empty(session.Streams);
    }

    [Theory]
    [InlineData("var k = 1;\nstatic class Ex { public static int Twice(this Town t) => 2 * t.N; }\ntown.Twice() + k", "9")]
    [InlineData("record Bridge(Town At);\nstatic class Ex { public static int Height(this Bridge b) => b.At.N; }\nnew Bridge(town).Height()", "4")]
    public void They_may_stand_among_statements(string code, string value)
    {
        Assert.Equal(value, session.Value(code));
        Assert.Equal(value, session.Value(code));
    }

    [Fact]
    public void The_newest_counts()
    {
        session.Value("static class Ex { public static int F(this Town t) => 1; }");
        session.Value("static class Ex { public static int F(this Town t) => 2; }");
        Assert.Equal("2", session.Value("town.F()"));
    }

    [Fact]
    public void An_error_in_one_is_the_compiler_s_own()
    {
        var error = session.Error("static class Ex\n{\n    public static int F(this Town t) => t.Nothing;\n}");
        Assert.StartsWith("CS1061: 'Town' does not contain a definition for 'Nothing'", error.Message);
        Assert.Contains("line 3, column 43", Session.Plain(error));
    }

    // A property has no place at the top of a script.
    [Theory]
    [InlineData("static class Ex { extension(Town t) { public int Thrice => 3 * t.N; } }")]
    [InlineData("static class Ex { extension(Town) { public static Town Small() => new(); } }")]
    [InlineData("namespace Map { class Area { public Town T; } }")]
    public void What_cannot_be_done_says_which_way_works(string code)
    {
        var said = Session.Plain(session.Error(code));
        Assert.Contains("put the type into the same cell", said);
        Assert.Contains("static string F(this T x) => …, may use all", said);
        Assert.Equal("12", session.Value("static int Thrice(this Town t) => 3 * t.N;\ntown.Thrice()"));
        Assert.Equal("6", session.Value("class Lake { public int N = 2; }\nstatic class OfLakes { extension(Lake l) { public int Thrice => 3 * l.N; } }\nnew Lake().Thrice"));
    }
}
