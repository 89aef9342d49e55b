using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

/// <summary>One number that is none among two hundred: every judge refuses it, where a comparison or an argmax would make a plausible number of it.</summary>
public sealed class BadNumbersTests
{
    private static readonly Tensor fine = rand([50, 4], generator: new Generator(1)), broken = Broken();
    private static readonly Tensor labels = arange(50).remainder(2), values = fine.select(1, 0);

    public static TheoryData<string, Action> Judges => new()
    {
        { "probe", () => LinearProbe.Fit(broken, labels) },
        { "probe, asked", () => LinearProbe.Fit(fine, labels).Accuracy(broken, labels) },
        { "network probe", () => NetworkProbe.Fit(broken, labels, new Generator(1), epochs: 1) },
        { "detector", () => Detector.Best(broken, labels) },
        { "detector's accuracies", () => Detector.Accuracies(broken, labels) },
        { "detector, asked", () => Detector.Best(fine, labels).AccuracyOn(broken, labels) },
        { "lifetime", () => Sparsity.Lifetime(broken) },
        { "population", () => Sparsity.Population(broken) },
        { "dead", () => Sparsity.Dead(broken) },
        { "neighbours", () => new NearestNeighbours(broken, labels).Accuracy(fine, labels) },
        { "neighbours, asked", () => new NearestNeighbours(fine, labels).Accuracy(broken, labels) },
        { "memorisation", () => Memorisation.Audit(broken, fine, fine) },
        { "memorisation's training set", () => Memorisation.Audit(fine, broken, fine) },
        { "clusters", () => KMeans.Fit(broken, 2, new Generator(1)) },
        { "clusters, asked", () => KMeans.Fit(fine, 2, new Generator(1)).Assign(broken) },
        { "regression", () => LinearRegression.Fit(broken, values) },
        { "regression's values", () => LinearRegression.Fit(fine, broken.select(1, 2)) },
        { "accuracy", () => Accuracy.Of(fine, labels, x => x * double.NaN) },
    };

    [Theory]
    [MemberData(nameof(Judges))]
    public void Are_refused(string judge, Action asked)
    {
        var refusal = Assert.Throws<ArgumentException>(asked).Message;
        Assert.True(refusal.Contains("look for gaps in the data, or for a training that diverged", StringComparison.Ordinal), $"{judge}: {refusal}");
    }

    public static TheoryData<string, Action> Widths => new()
    {
        { "probe", () => LinearProbe.Fit(fine, labels).LogProbabilities(rand(5, 7)) },
        { "regression", () => LinearRegression.Fit(fine, values).Predict(rand(5, 7)) },
        { "clusters", () => KMeans.Fit(fine, 2, new Generator(1)).Assign(rand(5, 7)) },
        { "neighbours", () => new NearestNeighbours(fine, labels).Find(rand(5, 7)) },
    };

    [Theory]
    [MemberData(nameof(Widths))]
    public void Another_width_is_refused_in_a_sentence(string judge, Action asked)
    {
        var refusal = Assert.Throws<ArgumentException>(asked).Message;
        Assert.True(refusal.Contains("expected (N, 4), got (5, 7).", StringComparison.Ordinal), $"{judge}: {refusal}");
    }

    [Fact]
    public void More_classes_than_were_said_are_refused() =>
        Assert.StartsWith("labels: expected classes from 0 to 1, got 2.", Assert.Throws<ArgumentException>(() => LinearProbe.Fit(fine, arange(50).remainder(3), classes: 2)).Message);

    private static Tensor Broken()
    {
        var numbers = fine.clone();
        numbers[3, 2] = float.NaN;
        return numbers;
    }
}
