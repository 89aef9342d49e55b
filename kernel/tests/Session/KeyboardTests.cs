namespace Workbook.Kernel.Tests;

/// <summary>Keys in a cell: there is a person who can send lines, and no keyboard.</summary>
[Collection("console")]
public sealed class KeyboardTests : IDisposable
{
    private readonly ConsoleCapture capture = new();
    private readonly Session session = new();

    public void Dispose() => capture.Dispose();

    [Theory]
    [InlineData("Console.ReadKey().KeyChar", "y", "y")]
    [InlineData("System.Console.ReadKey(true).Key", "y", "Y")]
    [InlineData("using static System.Console;\nReadKey(intercept: true).Key", "7", "D7")]
    [InlineData("Console.ReadKey().Modifiers", "Y", "Shift")]
    [InlineData("Console.ReadKey().Key", "", "Enter")]
    [InlineData("Console.ReadKey().KeyChar", "", "\r")]
    [InlineData("char Next() => Console.ReadKey().KeyChar;\n$\"{Next()}{Next()}{Next()}\"", "abc", "abc")]
    [InlineData("Console.SetIn(new StringReader(\"xy\"));\n$\"{Console.ReadKey().KeyChar}{Console.ReadLine()}\"", "-", "xy")]
    public void A_key_is_the_next_character_of_the_line_that_the_person_sends(string code, string typed, string value) => Assert.Equal(value, Value(code, typed));

    [Fact]
    public void The_end_of_a_line_is_no_key_and_each_question_asks_anew()
    {
        Assert.Equal("yn", Value("$\"{Console.ReadKey().KeyChar}{Console.ReadKey().KeyChar}\"", "y", "n"));
        Assert.Equal("y Ann", Value("$\"{Console.ReadKey().KeyChar} {Console.ReadLine()}\"", "y", "Ann"));
        Assert.Equal(4, session.Asked.Count);
    }

    [Theory]
    [InlineData("Console.Read();")]
    [InlineData("Console.ReadKey();")]
    [InlineData("#!fsharp\nSystem.Console.Read() |> ignore")]
    public void What_is_left_of_a_line_is_not_the_next_cell_s(string code)
    {
        Value(code, "42");
        Assert.Equal("7", Value("Console.ReadLine()", "7"));
        Value(code, "42");
        Assert.Equal("8", Value("#!fsharp\nSystem.Console.ReadLine()", "8"));
    }

    [Theory]
    [InlineData("while (!Console.KeyAvailable) { }")]
    [InlineData("Func<ConsoleKeyInfo> key = Console.ReadKey;\nkey()")]
    [InlineData("#!fsharp\nSystem.Console.ReadKey()")]
    [InlineData("#!fsharp\nSystem.Console.KeyAvailable")]
    public void Where_only_the_console_could_know_the_error_says_what_to_use(string code)
    {
        using (capture.Attach(session)) Assert.Contains("Console.ReadLine() asks the person at the front end for a line, and Stop ends a loop", Session.Plain(session.Error(code)));
    }

    [Fact]
    public void A_console_of_one_s_own_keeps_its_keys() =>
        Assert.Equal("mine", Value("static class Console { public static string ReadKey() => \"mine\"; } Console.ReadKey()"));

    private string? Value(string code, params string[] typed)
    {
        foreach (var line in typed) session.Answers.Enqueue(line);
        using (capture.Attach(session)) return session.Value(code);
    }
}
