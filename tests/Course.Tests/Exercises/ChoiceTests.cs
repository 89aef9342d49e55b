namespace Workbook.Course.Tests;

/// <summary>Letters in whatever form somebody writes them.</summary>
[Collection(OneScreen.Name)]
public sealed class ChoiceTests
{
    private static Shown Of<T>(T answer, string expected, bool inOrder = false) =>
        Shown.By(() => Check.Choice("x", () => answer, expected, of: "abcde", question: "Which?", step: "Count.", because: "So it is.", inOrder));

    [Theory]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData(" a ")]
    [InlineData("(a)")]
    [InlineData("a)")]
    [InlineData("a.")]
    [InlineData("answer a")]
    [InlineData("I think it is (a).")]
    [InlineData("(a) a copy that is checked")]
    [InlineData('a')]
    [InlineData('A')]
    public void One_letter_may_be_written_in_any_form<T>(T answer) => Assert.Equal("passed", Of(answer, "a").Verdict);

    [Theory]
    [InlineData("bd")]
    [InlineData("DB")]
    [InlineData("b, d")]
    [InlineData("d and b")]
    [InlineData("(b), (d)")]
    [InlineData("(b, d)")]
    [InlineData("b) and d)")]
    [InlineData("{b; d}")]
    [InlineData("(d) labels, (b) a decoder")]
    [InlineData("B\nD\nb")]
    public void Several_letters_may_stand_in_any_order(string answer) => Assert.Equal("passed", Of(answer, "bd").Verdict);

    [Fact]
    public void Letters_may_come_as_a_list()
    {
        Assert.Equal("passed", Of(new[] { 'd', 'b' }, "bd").Verdict);
        Assert.Equal("passed", Of(new[] { "(D)", "b" }, "bd").Verdict);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("bcd")]
    [InlineData("ac")]
    [InlineData("abcde")]
    public void A_wrong_choice_is_told_only_that_it_is_wrong(string answer)
    {
        var shown = Of(answer, "bd");
        Assert.Equal(("failed", "That is not it."), (shown.Verdict, shown.Finding));
    }

    [Theory]
    [InlineData("", "It names no option: the options are a, b, c, d and e.")]
    [InlineData("none", "It names no option: the options are a, b, c, d and e.")]
    [InlineData("a, f", "There is no option f: the options are a, b, c, d and e.")]
    [InlineData("7", "It names no option: the options are a, b, c, d and e.")]
    public void What_is_no_choice_is_told_so(string answer, string finding) => Assert.Equal(finding, Of(answer, "bd").Finding);

    [Fact]
    public void None_is_a_choice_where_none_is_right() => Assert.Equal("passed", Of("none of them", "").Verdict);

    [Theory]
    [InlineData("d, e, b, a, c", "passed")]
    [InlineData("DEBAC", "passed")]
    [InlineData("d → e → b → a → c", "passed")]
    [InlineData("debca", "failed")]
    [InlineData("deba", "failed")]
    public void Where_order_counts_it_is_asked_for(string answer, string verdict) => Assert.Equal(verdict, Of(answer, "debac", inOrder: true).Verdict);
}
