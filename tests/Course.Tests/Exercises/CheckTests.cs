using System.Text.Json.Nodes;
using Workbook.Display;

namespace Workbook.Course.Tests;

[Collection(OneScreen.Name)]
public sealed class CheckTests
{
    private const string Hint = "A unit mean costs half a nat.";

    private static double Untouched() => throw new NotImplementedException("Replace this line.");

    private static MimeBundle Shown(Action check)
    {
        using var screen = new RecordedScreen();
        check();
        return Assert.Single(screen.Shows).Bundle;
    }

    private static string VerdictOf(Action check) => Field(Shown(check), "verdict");

    private static string Field(MimeBundle bundle, string name) =>
        (string)((JsonObject)bundle.Formats["application/vnd.workbook.check+json"])[name]!;

    [Theory]
    [InlineData(0.5, "passed")]
    [InlineData(0.5 + 0.9e-9, "passed")]
    [InlineData(0.5 + 1.1e-9, "failed")]
    [InlineData(double.NaN, "failed")]
    [InlineData(double.PositiveInfinity, "failed")]
    public void A_number_passes_within_the_tolerance_and_fails_outside(double answer, string verdict) =>
        Assert.Equal(verdict, VerdictOf(() => Check.Close("01.compute", () => answer, expected: 0.5, tolerance: 1e-9, Hint)));

    [Fact]
    public void An_infinity_that_is_expected_passes() =>
        Assert.Equal("passed", VerdictOf(() => Check.Close("x", () => double.PositiveInfinity, double.PositiveInfinity, 0, Hint)));

    [Fact]
    public void An_untouched_exercise_says_not_yet() =>
        Assert.Equal("not yet", VerdictOf(() => Check.Close("01.compute", Untouched, expected: 0.5, tolerance: 1e-9, Hint)));

    [Fact]
    public void An_untouched_exercise_inside_a_task_says_not_yet() =>
        Assert.Equal("not yet", VerdictOf(() => Check.Close("01.compute", () => Task.Run(Untouched).Result, 0.5, 1e-9, Hint)));

    [Fact]
    public void A_wrong_number_is_told_what_was_wanted_what_came_and_the_hint()
    {
        var bundle = Shown(() => Check.Close("01.compute", () => 0.35, expected: 0.5, tolerance: 1e-9, Hint));
        Assert.Equal("✘ 01.compute: failed. Expected 0.5 ± 1E-09, got 0.35. Hint: A unit mean costs half a nat.", bundle.Text);
        Assert.Contains("<b>Hint:</b> A unit mean costs half a nat.", (string)bundle.Formats["text/html"]);
    }

    [Fact]
    public void A_right_answer_is_one_short_line() =>
        Assert.Equal("✔ 01.compute: passed", Shown(() => Check.Close("01.compute", () => 0.5, 0.5, 0, Hint)).Text);

    [Fact]
    public void An_answer_that_throws_fails_and_says_what_was_thrown()
    {
        var bundle = Shown(() => Check.True("01.change", () => throw new ArgumentException("rate: expected 0 to 1, got 2"), Hint));
        Assert.Equal("failed", Field(bundle, "verdict"));
        Assert.Contains("ArgumentException: rate: expected 0 to 1, got 2", bundle.Text);
    }

    [Fact]
    public void Markup_in_a_message_is_shown_and_not_obeyed()
    {
        var bundle = Shown(() => Check.Equal("x", () => "<img src=x>", "plain", "<b>no</b>"));
        var html = (string)bundle.Formats["text/html"];
        Assert.DoesNotContain("<img", html);
        Assert.Contains("&lt;b&gt;no&lt;/b&gt;", html);
    }

    [Theory]
    [InlineData("b", "passed")]
    [InlineData("a", "failed")]
    public void A_choice_is_compared_exactly(string choice, string verdict) =>
        Assert.Equal(verdict, VerdictOf(() => Check.Equal("01.recall", () => choice, "b", Hint)));

    [Fact]
    public void A_list_fails_at_its_worst_number()
    {
        var text = Shown(() => Check.Close("x", () => [1, 2, 30], [1.0, 2.1, 3], 0.01, Hint)).Text;
        Assert.Contains("Expected 3 ± 0.01 at [2], got 30.", text);
    }

    [Fact]
    public void A_list_with_one_number_too_few_fails() =>
        Assert.Contains("Expected 2 numbers, got 1.", Shown(() => Check.Close("x", () => [1.0], [1.0, 2.0], 0.01, Hint)).Text);

    [Fact]
    public void An_expected_refusal_passes() =>
        Assert.Equal("passed", VerdictOf(() => Check.Throws<ArgumentException>("x", () => throw new ArgumentNullException(), Hint)));

    [Fact]
    public void A_missing_refusal_fails() =>
        Assert.Contains("Expected ArgumentException, and nothing was thrown.", Shown(() => Check.Throws<ArgumentException>("x", () => { }, Hint)).Text);

    [Fact]
    public void A_refusal_of_another_kind_fails() =>
        Assert.Contains("Your code threw FormatException", Shown(() => Check.Throws<ArgumentException>("x", () => throw new FormatException("no"), Hint)).Text);

    [Fact]
    public void A_stopped_cell_stops_instead_of_failing_the_exercise()
    {
        using var stop = new CancellationTokenSource();
        var before = Stop.Token;
        Stop.Token = stop.Token;
        try
        {
            Assert.Throws<OperationCanceledException>(() => Check.Close("x", () =>
            {
                stop.Cancel();
                throw new OperationCanceledException();
            }, 0.5, 0, Hint));
        }
        finally { Stop.Token = before; }
    }
}
