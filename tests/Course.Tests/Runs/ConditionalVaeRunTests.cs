using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>The run of notebook 15 with a condition, on drawn digits.</summary>
public sealed class ConditionalVaeRunTests
{
    private static readonly ConditionalVaeRun Small = new() { HiddenSizes = [64], LatentSize = 4, Epochs = 2, BatchSize = 64, LearningRate = 3e-3, Progress = null };

    [Fact]
    public void The_same_record_gives_the_same_numbers_and_another_seed_others()
    {
        using var digits = Handwriting.Load(train: 500, test: 100);
        using var first = Small.Train(digits);
        using var again = Small.Train(digits);
        using var other = (Small with { Seed = 2 }).Train(digits);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Equal(first.NegativeElbo, again.NegativeElbo);
        Assert.NotEqual(first.NegativeElbo, other.NegativeElbo);
    }

    [Fact]
    public void Given_a_quadrant_it_knows_more_of_the_rest_than_a_network_that_judges_every_pixel_by_itself()
    {
        using var scope = NewDisposeScope();
        using var digits = Handwriting.Load(train: 2000, test: 200);
        var run = Small with { Quadrants = 1, LearnsPrior = true, Epochs = 16, BatchSize = 32 };
        using var result = run.Train(digits);
        using var baseline = run.TrainBaseline(digits);
        using var pairs = run.HeldOutPairs(digits);
        var sampled = result.NegativeLogLikelihood(pairs, samples: 200).mean().ToDouble();
        Assert.True(sampled < 0.97 * baseline.NegativeLogLikelihood, $"{result}; {sampled} against {baseline.NegativeLogLikelihood}");
        Assert.InRange(sampled, result.Reconstruction, result.NegativeElbo);
        var plain = result.NegativeLogLikelihood(pairs, samples: 200, fromPrior: true).mean().ToDouble();
        Assert.True(plain > sampled, $"{plain} by plain Monte Carlo");                 // log of an unbiased estimate is low, and the wider the lower
    }

    [Fact]
    public void Told_the_label_it_draws_that_digit()
    {
        using var scope = NewDisposeScope();
        using var digits = Handwriting.Load(train: 3000, test: 200);
        using var result = (Small with { Epochs = 20, BatchSize = 32, ConditionGain = 10 }).Train(digits);
        var labels = arange(10, dtype: int64).repeat(20);
        var drawn = result.Model.Sample(nn.functional.one_hot(labels, 10).to(float32), new Generator(1));
        using var judge = new ClassifierRun { Activation = Activation.Relu, Epochs = 10, LearningRate = 2e-3, Progress = null }.Train(digits.Train, digits.Test, 10);
        Assert.True(Evaluation.Accuracy.Of(drawn, labels, x => judge.Model.call(x)) > 0.8);
    }

    [Fact]
    public void A_baseline_told_the_label_is_the_mean_picture_of_each_class()
    {
        using var scope = NewDisposeScope();
        using var digits = Handwriting.Load(train: 2000, test: 300);
        using var baseline = (Small with { Epochs = 60, BatchSize = 100 }).TrainBaseline(digits);
        var members = nn.functional.one_hot(digits.Train.Labels, 10).to(float32);      // (N, C)
        var means = members.t().matmul(digits.Train.Images) / members.sum([0]).unsqueeze(1);
        var said = sigmoid(baseline.Model.call(eye(10)));
        Assert.True((said - means).square().mean().sqrt().ToDouble() < 0.05);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Held_out_pairs_are_the_pictures_drawn_once_with_their_condition_beside_them(int given)
    {
        using var scope = NewDisposeScope();
        using var digits = Handwriting.Load(train: 10, test: 20);
        var run = Small with { Quadrants = given };
        var pairs = run.HeldOutPairs(digits);
        Assert.True(pairs.equal((run with { Seed = 9 }).HeldOutPairs(digits)).all().ToBoolean());
        Assert.True(pairs.eq(0).logical_or(pairs.eq(1)).all().ToBoolean());
        using var quadrants = new Quadrants(2, 28);
        if (given == 2) Assert.True((quadrants.Joined(pairs[.., 392..], pairs[.., ..392]) - digits.Test.Images).abs().mean().ToDouble() < 0.1);
        else Assert.True(pairs[.., 784..].argmax(1).equal(digits.Test.Labels).all().ToBoolean());
    }

    [Fact]
    public void Quadrants_that_do_not_exist_are_refused()
    {
        using var digits = Handwriting.Load(train: 10, test: 10);
        Assert.Throws<ArgumentException>(() => (Small with { Quadrants = 4 }).Train(digits));
        Assert.Throws<ArgumentException>(() => (Small with { Quadrants = -1 }).TrainBaseline(digits));
    }
}
