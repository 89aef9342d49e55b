namespace Workbook.Kernel.Tests;

/// <summary><c>x with { … }</c> by itself at the top of a cell, where a script reads a property of that name.</summary>
[Collection("console")]
public sealed class CopyTests
{
    private readonly Session session = new();

    public CopyTests() => session.Value("record P(int X, int Y); var p = new P(1, 2); var ps = new List<P> { p }; var named = new { A = 1, B = 2 };");

    [Theory]
    [InlineData("p with { X = 3 }", "P { X = 3, Y = 2 }")]
    [InlineData("p with { }", "P { X = 1, Y = 2 }")]
    [InlineData("p with { X = 3 } with { Y = 4 }", "P { X = 3, Y = 4 }")]
    [InlineData("p with { X = 3 } == p", "false")]
    [InlineData("var q = 1; p with { X = q + 3 }", "P { X = 4, Y = 2 }")]
    [InlineData("if (p.X == 1) { }\n\n  p with { X = 3 }   // its first", "P { X = 3, Y = 2 }")]
    [InlineData("p with\n{\n    X = 3,     // a comment }\n    Y = \"a { b\".Length\n}\n", "P { X = 3, Y = 5 }")]
    [InlineData("P F() => p with { X = 3 };\nF() with { Y = new[] { 7, 8 }.Select(n => n + 1).Max() }", "P { X = 3, Y = 9 }")]
    [InlineData("ps[0] with { X = 3 }", "P { X = 3, Y = 2 }")]
    [InlineData("named with { A = 3 }", "{ A = 3, B = 2 }")]
    [InlineData("new[] { p with { X = 3 }, p }", "[P { X = 3, Y = 2 }, P { X = 1, Y = 2 }]")]
    [InlineData("new List<P> { p with { X = 3 } }.Count", "1")]
    [InlineData("p with { X = await (Task.FromResult(3)) }", "P { X = 3, Y = 2 }")]
    [InlineData("return p with { X = 3 };", "P { X = 3, Y = 2 }")]
    [InlineData("int with { get; set; } = 5;\nwith + 1", "6")]
    public void A_copy_at_the_end_is_shown(string code, string value)
    {
        Assert.Equal(value, session.Value(code));
        Assert.Empty(session.Streams);          // with the kernel's checks in it
    }

    [Fact]
    public void With_a_semicolon_it_is_no_statement_as_in_a_program()
    {
        var error = session.Error("var q = 1;\np with { X = 3 };");
        Assert.StartsWith("CS0201: Only assignment", error.Message);
        Assert.Contains("line 2, column 1", Session.Plain(error));
    }

    [Fact]
    public void An_error_in_it_stands_where_it_was_typed() =>
        Assert.Contains("line 2, column 14", Session.Plain(session.Error("var q = 1;\np with { X = nothing }")));

    [Fact]
    public void It_is_a_whole_cell() => Assert.Equal(Completeness.Complete, session.Language.IsComplete("p with { X = 3 }"));

    [Fact]
    public void A_list_in_brackets_says_what_to_write() =>
        Assert.Contains("write new[] { … }, or int[] xs = [ … ];", Session.Plain(session.Error("[1, 2, 3]")));
}
