using Workbook.Display;

namespace Workbook.Course.Tests;

/// <summary>Numbers, names and statements: what passes, and what is said of what does not.</summary>
[Collection(OneScreen.Name)]
public sealed class CheckTests
{
    private const string Hint = "Which sign has the logarithm?";

    private static double Untouched() => throw new NotImplementedException("Replace this line.");

    [Theory]
    [InlineData(0.5, "passed")]
    [InlineData(0.5 + 0.9e-9, "passed")]
    [InlineData(0.5 + 1.1e-9, "failed")]
    [InlineData(double.NaN, "failed")]
    [InlineData(double.PositiveInfinity, "failed")]
    public void A_number_passes_within_the_tolerance_and_fails_outside(double answer, string verdict) =>
        Assert.Equal(verdict, Shown.By(() => Check.Close("01.compute", () => answer, expected: 0.5, tolerance: 1e-9, Hint)).Verdict);

    [Fact]
    public void An_infinity_that_is_expected_passes() =>
        Assert.Equal("passed", Shown.By(() => Check.Close("x", () => double.PositiveInfinity, double.PositiveInfinity, 0, Hint)).Verdict);

    [Theory]
    [InlineData(0.35, 0.5, "Your answer, 0.35, is too small by about 30 %.")]
    [InlineData(0.56, 0.5, "Your answer, 0.56, is too large by about 12 %.")]
    [InlineData(392.0, 0.5, "Your answer, 392, is too large by a factor of about 780.")]
    [InlineData(0.125, 0.5, "Your answer, 0.125, is too small by a factor of about 4.")]
    [InlineData(-0.5, 0.5, "Your answer, -0.5, has the wrong sign.")]
    [InlineData(-3.0, -2.0, "Your answer, -3, is too large in size by about 50 %.")]
    [InlineData(0.0, -2.0, "Your answer, 0, is too small in size.")]
    [InlineData(0.437, 0.0, "Your answer, 0.437, is too large.")]
    [InlineData(1234567, 1200000, "Your answer, 1234567, is too large by about 2.9 %.")]
    [InlineData(1234.567, 1200, "Your answer, 1230, is too large by about 2.9 %.")]
    [InlineData(1, 1e12, "Your answer, 1, is too small by a factor of more than a million.")]
    [InlineData(0.50001, 0.5, "Your answer is too large by about 0.002 %.")]
    [InlineData(double.NaN, 0.5, "Your answer is not a number.")]
    [InlineData(double.NegativeInfinity, 0.5, "Your answer is infinite.")]
    [InlineData(7.0, double.PositiveInfinity, "Your answer, 7, is not right.")]
    public void A_wrong_number_is_told_how_far_off_it_is_and_in_which_direction(double answer, double expected, string finding) =>
        Assert.Equal(finding, Shown.By(() => Check.Close("x", () => answer, expected, 1e-9, Hint)).Finding);

    [Fact]
    public void An_answer_that_throws_fails_and_says_what_was_thrown()
    {
        var shown = Shown.By(() => Check.True("01.change", () => throw new ArgumentException("rate: expected 0 to 1, got 2"), Hint));
        Assert.Equal(("failed", "Your code threw ArgumentException: rate: expected 0 to 1, got 2"), (shown.Verdict, shown.Finding));
    }

    [Fact]
    public void An_untouched_exercise_says_not_yet() =>
        Assert.Equal("not yet", Shown.By(() => Check.Close("01.compute", Untouched, expected: 0.5, tolerance: 1e-9, Hint)).Verdict);

    [Fact]
    public void An_untouched_exercise_inside_a_task_says_not_yet() =>
        Assert.Equal("not yet", Shown.By(() => Check.Close("01.compute", () => Task.Run(Untouched).Result, 0.5, 1e-9, Hint)).Verdict);

    [Fact]
    public void A_list_is_told_how_many_numbers_are_off_and_which_is_the_worst() =>
        Assert.Equal("2 of 3 numbers are off, number 3 the most: 30 is too large by a factor of about 10.", Shown.By(() => Check.Close("x", () => [1, 2, 30], [1.0, 2.1, 3], 0.01, Hint)).Finding);

    [Fact]
    public void A_list_with_one_number_off_is_told_which() =>
        Assert.Equal("1 of 3 numbers is off, number 2: 2 is too small by about 4.8 %.", Shown.By(() => Check.Close("x", () => [1, 2, 3], [1.0, 2.1, 3], 0.01, Hint)).Finding);

    [Fact]
    public void A_factor_forgotten_everywhere_is_noticed() =>
        Assert.EndsWith("is too large by a factor of about 2. All are off by the same factor.", Shown.By(() => Check.Close("x", () => [0, 2, 6], [0, 1.0, 3], 0.01, Hint)).Finding);

    [Theory]
    [InlineData(1, "1 number is too few.")]
    [InlineData(3, "3 numbers are too many.")]
    public void A_list_of_another_length_is_told_the_direction(int length, string finding) =>
        Assert.Equal(finding, Shown.By(() => Check.Close("x", () => new double[length], [1.0, 2.0], 0.01, Hint)).Finding);

    [Theory]
    [InlineData("ICML 2011", "passed")]
    [InlineData(" icml2011", "passed")]
    [InlineData("NIPS 2011", "failed")]
    public void A_name_is_equal_whatever_its_case_and_spaces(string name, string verdict) =>
        Assert.Equal(verdict, Shown.By(() => Check.Equal("x", () => name, "ICML 2011", Hint)).Verdict);

    [Fact]
    public void A_wrong_count_is_told_no_more_than_that() => Assert.Equal("That is not right yet.", Shown.By(() => Check.Equal("x", () => 98, 99, Hint)).Finding);

    [Fact]
    public void A_tuple_is_told_how_many_of_its_parts_are_right() =>
        Assert.Equal("2 of 3 parts are right.", Shown.By(() => Check.Equal("x", () => (9, "icml", 2013), (9, "ICML", 2012), Hint)).Finding);

    [Fact]
    public void Words_in_a_list_are_compared_one_by_one()
    {
        Assert.Equal("passed", Shown.By(() => Check.Equal("x", () => ["Contrast ", "pooling"], new[] { "contrast", "pooling" }, Hint)).Verdict);
        Assert.Equal("1 of 2 parts is right.", Shown.By(() => Check.Equal("x", () => ["pooling", "pooling"], new[] { "contrast", "pooling" }, Hint)).Finding);
        Assert.Equal("1 part is too few.", Shown.By(() => Check.Equal("x", () => ["pooling"], new[] { "contrast", "pooling" }, Hint)).Finding);
    }

    [Fact]
    public void An_expected_refusal_passes() =>
        Assert.Equal("passed", Shown.By(() => Check.Throws<ArgumentException>("x", () => throw new ArgumentNullException(), Hint)).Verdict);

    [Fact]
    public void A_missing_refusal_fails() => Assert.Equal("Nothing was thrown.", Shown.By(() => Check.Throws<ArgumentException>("x", () => { }, Hint)).Finding);

    [Fact]
    public void A_refusal_of_another_kind_fails() =>
        Assert.Contains("Your code threw FormatException", Shown.By(() => Check.Throws<ArgumentException>("x", () => throw new FormatException("no"), Hint)).Finding);

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
