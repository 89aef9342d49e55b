namespace Workbook.Kernel.Tests;

/// <summary>What a method is told of its arguments' text is what stands in the cell.</summary>
[Collection("console")]
public sealed class CallerArgumentTests
{
    private readonly Session session = new();

    public CallerArgumentTests() => session.Value("""
        using System.Runtime.CompilerServices;
        #pragma warning disable CS9113
        static string Text<T>(T value, [CallerArgumentExpression(nameof(value))] string text = "") => text;
        static string Both(Func<int> one, Func<int> two, [CallerArgumentExpression(nameof(two))] string second = "", [CallerArgumentExpression(nameof(one))] string first = "") => $"{first} | {second}";
        static string Told<T>(this T value, int n = 0, [CallerArgumentExpression(nameof(value))] string text = "") => text;
        class Holder(Func<int> f, [CallerArgumentExpression(nameof(f))] string text = "") { public string T => text; public string this[Func<int> g, [CallerArgumentExpression(nameof(g))] string s = ""] => s; }
        class Heir() : Holder(() => 9);
        """);

    [Theory]
    [InlineData("Text(() => 5 * 2)", "() => 5 * 2")]
    [InlineData("Text((int x) => x +  1)", "(int x) => x +  1")]
    [InlineData("Text(value: () => 5)", "() => 5")]
    [InlineData("Text(() => 5, \"mine\")", "mine")]
    [InlineData("Text(() => 5, text: \"mine\")", "mine")]
    [InlineData("Text(() => { while (true) return 1; })", "() => { while (true) return 1; }")]
    [InlineData("Text(delegate (int x) { return x; })", "delegate (int x) { return x; }")]
    [InlineData("Text(await Task.FromResult(3))", "await Task.FromResult(3)")]
    [InlineData("Text(await (Task.FromResult(3)))", "await (Task.FromResult(3))")]
    [InlineData("Text(from i in new[] { 1, 2 } where i > 1 select i * 2)", "from i in new[] { 1, 2 } where i > 1 select i * 2")]
    [InlineData("Text($\"{await Task.FromResult(1)} \\\"{2}\\\"\")", "$\"{await Task.FromResult(1)} \\\"{2}\\\"\"")]
    [InlineData("Text(() =>\n  5)", "() =>\n  5")]
    [InlineData("$\"{Text(() => \"q\")}\"", "() => \"q\"")]
    [InlineData("Both(() => 1, () => 2)", "() => 1 | () => 2")]
    [InlineData("Both(two: () => 2, one: () => 1)", "() => 1 | () => 2")]
    [InlineData("(await Task.FromResult(1)).Told()", "(await Task.FromResult(1))")]
    [InlineData("(await Task.FromResult(1)).Told(2)", "(await Task.FromResult(1))")]
    [InlineData("new Holder(() => 7).T", "() => 7")]
    [InlineData("Holder held = new(() => 8); held.T", "() => 8")]
    [InlineData("new Holder(null!)[() => 6]", "() => 6")]
    [InlineData("new Heir().T", "() => 9")]
    public void It_is_the_text_as_written(string code, string text) => Assert.Equal(text, session.Value(code));

    [Fact]
    public void An_exception_names_its_argument_as_written()
    {
        var error = session.Error("async Task<string?> Missing() { await Task.Yield(); return null; }\nArgumentNullException.ThrowIfNull(await Missing());");
        Assert.Equal("Value cannot be null. (Parameter 'await Missing()')", error.Message);
        Assert.Contains("at Cell 2, line 2", Session.Plain(error));
    }
}
