using TorchSharp.Modules;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>Answers that are made, trained or chosen: claims, limits, and what lay in the session before.</summary>
[Collection(OneScreen.Name)]
public sealed class ReachTests
{
    private const string Question = "Which?", Step = "Longer.", Because = "So it is. It has to be.";

    private sealed record Result(nn.Module<Tensor, Tensor> Model, double Loss);

    private static Linear Layer() => nn.Linear(2, 3);

    private static Shown Below(double answer, double limit) =>
        Shown.By(() => Check.Below("x", () => answer, x => x, () => limit, Question, Step, Because));

    [Theory]
    [InlineData(99.9, "")]
    [InlineData(100.0, "100 is the limit itself, and it is to be passed.")]
    [InlineData(112.0, "112 is too large by about 12 %.")]
    [InlineData(double.NaN, "The measure is not a number.")]
    public void A_measure_above_its_limit_is_told_how_far(double answer, string finding) => Assert.Equal(finding, Below(answer, 100).Finding);

    [Fact]
    public void A_measure_below_its_limit_is_told_how_far() =>
        Assert.Equal("0.78 is too small by about 2.5 %.", Shown.By(() => Check.Above("x", () => 0.78, x => x, () => 0.8, Question, Step, Because)).Finding);

    [Fact]
    public void An_answer_that_leaves_what_is_allowed_is_told_the_rules_and_not_measured()
    {
        string? Of(int answer) => Shown.By(() => Check.Below("x", () => answer, x => x < 10 ? throw new InvalidOperationException("measured") : x, () => 100, Question, Step, Because,
            allowed: x => x >= 10, rules: "ten or more")).Finding;
        Assert.Equal("That is not what the exercise allows: ten or more.", Of(9));
        Assert.Equal("", Of(10));
        Assert.Equal("That is not what the exercise allows: below 5.", Shown.By(() => Check.Above("x", () => 7.0, x => x, () => 6, Question, Step, Because, allowed: x => x < 5, rules: "below 5")).Finding);
    }

    [Fact]
    public void The_limit_of_an_untouched_exercise_is_not_worked_out() => Assert.Equal("not yet", Shown.By(() =>
        Check.Above<double>("x", () => throw new NotImplementedException(), x => x, () => throw new InvalidOperationException("worked out"), Question, Step, Because)).Verdict);

    [Fact]
    public void Claims_that_do_not_hold_are_named()
    {
        Shown Of(int number) => Shown.By(() => Check.Holds("x", () => number, [("it is even", n => n % 2 == 0), ("it is above ten", n => n > 10)], Question, Step, Because));
        Assert.Equal("passed", Of(12).Verdict);
        Assert.Equal("1 of 2 holds. Not so yet: it is above ten.", Of(8).Finding);
        Assert.Equal("0 of 2 hold. Not so yet: it is even; it is above ten.", Of(7).Finding);
    }

    [Fact]
    public void A_result_that_lay_there_is_refused_and_so_is_its_network_in_another_wrapping()
    {
        var there = new Result(Layer(), 1);
        List<Result> results = [new(Layer(), 2), there];
        foreach (var answer in new object[] { there, there.Model, there with { Loss = 0 }, new Result(nn.Sequential(there.Model), 0) })
            Assert.Equal("This lay in the session already: make one of your own.", Holding(answer, not: results).Finding);
        Assert.Equal("passed", Holding(new Result(Layer(), 1), not: results).Verdict);
    }

    [Fact]
    public void A_tensor_that_shares_its_memory_with_one_that_lay_there_is_refused()
    {
        var there = randn(3, 4);
        foreach (var answer in new[] { there, there.t(), there[1], there.detach(), there.alias() })
            Assert.Equal("This lay in the session already: make one of your own.", Shown.By(() => Check.Close("x", () => answer, answer, 1, Question, Step, Because, not: [there])).Finding);
        Assert.Equal("passed", Shown.By(() => Check.Close("x", () => there.clone(), there, 0, Question, Step, Because, not: [there])).Verdict);
    }

    [Fact]
    public void A_model_of_the_library_is_known_again()
    {
        var random = new Generator(1);
        var model = new Autoencoder([4, 2], new BernoulliLikelihood(), random);
        Assert.Equal("failed", Holding(model, not: [model]).Verdict);
        Assert.Equal("passed", Holding(new Autoencoder([4, 2], new BernoulliLikelihood(), random), not: [model]).Verdict);
    }

    private static Shown Holding(object answer, IEnumerable<object> not) => Shown.By(() => Check.Holds("x", () => answer, [], Question, Step, Because, not));
}
