namespace Workbook.Kernel.Tests;

/// <summary>Code so deep that the compiler's own parser would overflow the stack, which nothing survives: a sentence instead.</summary>
[Collection("console")]
public sealed class SyntaxDepthTests
{
    private readonly Session session = new();

    /// <summary>A beginning, a piece that is repeated, how often, and what is said of it.</summary>
    public static TheoryData<string, string, int, string> TooDeep => new()
    {
        { "", "(", 100_000, "nested" }, { "", "[", 100_000, "nested" }, { "", "{", 100_000, "nested" }, { "", "A<", 100_000, "nested" },
        { "", "A<int,", 100_000, "nested" }, { "", "(int,", 100_000, "nested" }, { "", "() => {", 100_000, "nested" }, { "", "class A {", 100_000, "nested" },
        { "", "F(", 100_000, "nested" }, { "", "[A(", 100_000, "nested" }, { "", "$\"{", 100_000, "strings" }, { "", "$@\"{", 100, "strings" },
        { "", "$$\"\"\"{{", 100, "strings" }, { "var x = ", "!", 100_000, "long" }, { "1", "+1", 100_000, "long" }, { "using X = A", ".B", 100_000, "long" },
        { "1 is ", "not ", 100_000, "long" }, { "", "ref ", 100_000, "long" }, { "int", "[]", 100_000, "long" }, { "", "x => ", 100_000, "long" },
        { "#!fsharp\nlet x = ", "(", 100_000, "nested" },
    };

    [Theory]
    [MemberData(nameof(TooDeep))]
    public void Code_too_deep_for_the_compiler_gets_a_sentence_and_every_question_an_answer(string beginning, string piece, int count, string said)
    {
        var code = beginning + string.Concat(Enumerable.Repeat(piece, count));
        var error = session.Error("\n" + code);
        Assert.Equal("CompileError", error.Name);
        Assert.Contains(said, error.Message);
        Assert.Contains($"at line {(beginning.StartsWith("#!", StringComparison.Ordinal) ? 3 : 2)}.", error.Message);
        Assert.Empty(session.Language.Complete(code, code.Length).Items);
        Assert.Null(session.Language.Inspect(code, code.Length, detailed: true));
        Assert.Equal(Completeness.Invalid, session.Language.IsComplete(code));
        Assert.Equal("42", session.Value("6 * 7"));
    }

    [Fact]
    public void A_file_that_is_loaded_is_looked_at_too()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, new string('(', 100_000));
        Assert.Contains("nested", session.Error($"#load \"{file}\"").Message);
        File.Delete(file);
    }

    /// <summary>As deep as is allowed, on the stack of a thread that runs cells: it compiles, or the compiler says what is wrong.</summary>
    [Theory]
    [InlineData("(", 498, "1", ")")]
    [InlineData("A<", 249, "int", ">")]
    [InlineData("(int,", 498, "int", ")")]
    [InlineData("$\"{", 8, "1", "}\"")]
    [InlineData("- ", 4_900, "1", "")]
    [InlineData("1 + ", 4_900, "1", "")]
    public void What_is_allowed_the_parser_bears(string open, int count, string inner, string close)
    {
        CellOutcome? outcome = null;
        var code = string.Concat(Enumerable.Repeat(open, count)) + inner + string.Concat(Enumerable.Repeat(close, count));
        var cell = new Thread(() => outcome = session.Run(code), Guard.StackSize);
        cell.Start();
        cell.Join();
        Assert.Null(SyntaxDepth.Problem(code));
        Assert.NotNull(outcome);
    }

    /// <summary>Brackets in strings, characters and comments are no levels; long lists and many statements are no chains.</summary>
    [Theory]
    [InlineData("\"(((\", ")]
    [InlineData("@\"\"\"(\" + @\"(\\\", ")]
    [InlineData("$\"{1}((({{\", ")]
    [InlineData("\"\"\"( \"\" ((\"\"\", ")]
    [InlineData("$$\"\"\"{ {{1}} ( \"\"\", ")]
    [InlineData("$\"{(true ? \"}\" : \"(\")}\", ")]
    [InlineData("'(' + '\\'' + '\\\\', /* ((( */ ")]
    [InlineData("1 < 2, // (((\n")]
    [InlineData("new { A = 1 }, ")]
    public void What_only_looks_deep_is_none(string item) =>
        Assert.Null(SyntaxDepth.Problem($"object[] all = [{string.Concat(Enumerable.Repeat(item, item.Contains('<') ? 400 : 3_000))}];"));
}
