using Workbook.Data;

namespace Workbook.Course.Tests;

public sealed class HyperparameterSweepTests
{
    private static readonly HyperparameterSweep Small = new()
    {
        CodeSizes = [1, 16],
        Depths = [1],
        Widths = [32],
        Shared = new() { Epochs = 4, Examples = 1000, BatchSize = 50, Progress = null },
    };

    [Fact]
    public void Every_combination_is_tried_and_more_numbers_tell_more()
    {
        using var drawn = Handwriting.Load(train: 1000, test: 300);
        using var digits = drawn.BlackAndWhite();
        var result = Small.Train(digits);
        Assert.Equal([(1, "Bernoulli"), (1, "Gaussian"), (16, "Bernoulli"), (16, "Gaussian")], result.Points.Select(point => (point.CodeSize, point.Loss)));
        Assert.Equal(16, result.BestReconstruction.CodeSize);
        Assert.Equal(16, result.BestProbe.CodeSize);
        var axes = result.ToFigure().ToPlotly()["data"]![0]!["dimensions"]!.AsArray();
        Assert.Equal(4, axes[0]!["values"]!.AsArray().Count);
        Assert.Equal(["Bernoulli", "Gaussian"], axes[3]!["ticktext"]!.AsArray().Select(word => (string?)word));
        Assert.Equal(result.Points, Small.Train(digits).Points);
    }

    [Fact]
    public void A_hyperparameter_without_a_choice_is_refused()
    {
        using var digits = Handwriting.Load(train: 10, test: 10);
        Assert.StartsWith("Widths: expected one choice or more, got none.", Assert.Throws<ArgumentException>(() => (Small with { Widths = [] }).Train(digits)).Message);
    }

    [Fact]
    public void The_smoke_twin_is_smaller_in_every_way()
    {
        var smoke = new HyperparameterSweep().Smoke();
        Assert.Equal((2, 1, 1, 1), (smoke.CodeSizes.Count, smoke.Depths.Count, smoke.Widths.Count, smoke.Losses.Count));
        Assert.True(smoke.Shared.Examples <= 1000);
    }
}
