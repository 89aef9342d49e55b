using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class DetectorTests
{
    [Fact]
    public void The_best_unit_and_threshold_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var labels = tensor(new long[] { 0, 0, 1, 0, 1, 1 });
        var responses = tensor(new double[,] { { 1, 6 }, { 2, 5 }, { 3, 4 }, { 4, 3 }, { 5, 2 }, { 6, 1 } });
        var best = Detector.Best(responses, labels);
        Assert.Equal(new Detector(Unit: 0, Threshold: 2.5, Accuracy: 5 / 6.0), best);        // 4 is taken for a face
        Assert.Equal([5 / 6.0, 3 / 6.0], Detector.Accuracies(responses, labels).data<double>().ToArray());      // the second: always the same answer
        Assert.Equal(3 / 6.0, Detector.Guess(labels));
    }

    [Fact]
    public void It_agrees_with_trying_every_threshold()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(1);
        var responses = randint(0, 7, [60, 9], generator: random).to(float32);       // many equal responses
        var labels = randint(0, 2, [60], dtype: int64, generator: random);
        var tried = Enumerable.Range(-1, 9).Select(cut => responses.gt(cut + 0.5).to(int64).eq(labels.unsqueeze(1)).to(float64).mean([0])).ToArray();
        var expected = stack(tried).amax([0]);
        Assert.True(expected.allclose(Detector.Accuracies(responses, labels)));
        var best = Detector.Best(responses, labels);
        Assert.Equal(expected.max().ToDouble(), best.Accuracy, 1e-12);
        Assert.Equal(best.Accuracy, best.AccuracyOn(responses, labels), 1e-12);
    }

    [Fact]
    public void A_unit_that_knows_nothing_is_no_better_than_a_guess()
    {
        using var scope = NewDisposeScope();
        var labels = tensor(new long[] { 0, 0, 0, 1 });
        var best = Detector.Best(ones(4, 3), labels);
        Assert.Equal((0.75, double.PositiveInfinity), (best.Accuracy, best.Threshold));
        Assert.Equal(0.75, Detector.Guess(labels));
        Assert.Equal(0.5, best.AccuracyOn(ones(2, 3), tensor(new long[] { 0, 1 })));
    }

    [Fact]
    public void The_best_of_many_units_of_noise_does_not_hold_on_other_examples()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(3);
        var labels = randint(0, 2, [2000], dtype: int64, generator: random);
        var noise = randn([2000, 1000], generator: random);
        var best = Detector.Best(noise.narrow(0, 0, 100), labels.narrow(0, 0, 100));
        Assert.InRange(best.Accuracy, 0.62, 0.8);
        Assert.InRange(best.AccuracyOn(noise.narrow(0, 100, 1900), labels.narrow(0, 100, 1900)), 0.45, 0.55);
    }

    [Fact]
    public void Answers_other_than_yes_and_no_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("each 0 or 1", Assert.Throws<ArgumentException>(() => Detector.Best(ones(3, 1), tensor(new long[] { 0, 1, 2 }))).Message);
        Assert.Throws<ArgumentException>(() => Detector.Best(ones(3, 1), tensor(new long[] { 0, 1 })));
        Assert.Throws<ArgumentException>(() => new Detector(4, 0, 1).AccuracyOn(ones(2, 3), tensor(new long[] { 0, 1 })));
    }
}
