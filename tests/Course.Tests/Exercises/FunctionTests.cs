using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>A function is tried on inputs that separate confusions.</summary>
[Collection(OneScreen.Name)]
public sealed class FunctionTests
{
    private static readonly (object[], double)[] cases = [([2, 1, 1], 1), ([2, 3, 1], 1.8), ([2, 3, 2], 18 / 13.0), ([5, 3, 2], 45 / 13.0)];

    private static Shown Of(Func<double, double, double, double> best) => Shown.By(() => Check.Function("x", best, cases, 1e-9, "Which share?", "Square.", "So it is. It has to be."));

    [Fact]
    public void It_passes_when_every_case_is_right() => Assert.Equal("passed", Of((noisy, s, sigma) => noisy * s * s / (s * s + sigma * sigma)).Verdict);

    [Fact]
    public void A_wrong_case_is_shown_with_its_inputs_and_how_far_off_it_is() =>
        Assert.Equal("2 of 4 cases are off. With noisy = 2, s = 3, sigma = 2: your answer, 1.64, is too large by about 18 %.", Of((noisy, s, sigma) => noisy * s * s / (s * s + sigma)).Finding);

    [Fact]
    public void An_input_that_changes_nothing_is_named() =>
        Assert.EndsWith("It gives the same for different sigma.", Of((noisy, s, sigma) => noisy * s * s / (s * s + 1)).Finding);

    [Fact]
    public void A_constant_ignores_every_input_that_was_tried() =>
        Assert.EndsWith("It gives the same for different noisy and s and sigma.", Of((noisy, s, sigma) => 1).Finding);

    [Fact]
    public void Tensors_are_inputs_and_answers_too_and_stay_as_they_were()
    {
        Tensor Blend(Tensor x, Tensor y, double λ) => x.mul_(1 - λ).add_(y * λ);
        var (x, y) = (ones(3), zeros(3));
        (object[], Tensor)[] blends = [([x, y, 0.25], 0.75 * x), ([x, y, 0.5], 0.5 * x)];
        Assert.Equal("passed", Shown.By(() => Check.Function("x", Blend, blends, 1e-6, "?", "Step.", "So. It is.")).Verdict);
        Assert.Equal(3, x.sum().ToDouble());
        Tensor First(Tensor x, Tensor y, double λ) => x;
        Assert.Equal(
            "2 of 2 cases are off. With x = a tensor (3), y = a tensor (3), λ = 0.25: 3 of 3 elements are off, [0] the most: 1 is too large by about 33 %. All are off by the same factor. It gives the same for different λ.",
            Shown.By(() => Check.Function("x", First, blends, 1e-6, "?", "Step.", "So. It is.")).Finding);
    }

    [Fact]
    public void Whole_numbers_and_lists_are_inputs_and_answers_too()
    {
        int Needed(double[] shares, double wanted) => shares.TakeWhile(share => (wanted -= share) > 0).Count() + 1;
        Assert.Equal("passed", Shown.By(() => Check.Function("x", Needed, [([new[] { 0.5, 0.3, 0.2 }, 0.7], 2), ([new[] { 0.5, 0.3, 0.2 }, 0.4], 1)], 0, "?", "Step.", "So. It is.")).Verdict);
    }

    [Fact]
    public void What_the_function_throws_is_told_and_an_untouched_one_is_not_yet()
    {
        Assert.Equal("Your code threw FormatException: no", Of((_, _, _) => throw new FormatException("no")).Finding);
        Assert.Equal("not yet", Of((_, _, _) => throw new NotImplementedException()).Verdict);
    }

    [Fact]
    public void A_function_of_other_inputs_is_told_so() => Assert.Equal(
        "The function takes 1 inputs; 3 are given.", Shown.By(() => Check.Function("x", (double x) => x, cases, 0, "?", "Step.", "So. It is.")).Finding);
}
