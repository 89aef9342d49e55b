using TorchSharp;
using Workbook.Data;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public sealed class AutoencoderRunTests
{
    private static readonly AutoencoderRun Small = new()
    {
        HiddenSizes = [64],
        CodeSize = 8,
        Epochs = 2,
        SnapshotEpochs = [0, 0.5, 2],
        Codes = 50,
        Reconstructions = 5,
        Progress = null,
    };

    [Fact]
    public void Training_beats_the_best_constant_picture()
    {
        using var digits = Handwriting.Load(train: 2000, test: 300);
        using var result = (Small with { Epochs = 12, LearningRate = 3e-3 }).Train(digits);
        using var mean = digits.Train.Images.mean([0]).clamp(1e-4, 1 - 1e-4);
        using var constant = nn.functional.binary_cross_entropy(mean.expand(300, 784), digits.Test.Images, reduction: nn.Reduction.Sum) / 300;
        Assert.True(result.TestLoss < 0.85 * constant.ToDouble(), $"{result.TestLoss} nats against {constant.ToDouble()}");
    }

    [Fact]
    public void The_held_out_loss_falls_from_moment_to_moment()
    {
        using var digits = Handwriting.Load(train: 2000, test: 300);
        using var result = Small.Train(digits);
        Assert.Equal([0, 0.5, 2], result.Snapshots.Select(snapshot => snapshot.Epoch));
        var losses = result.Snapshots.Select(snapshot => snapshot.TestLoss).ToArray();
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.InRange(losses[0], 0.8 * 784 * Math.Log(2), 1.5 * 784 * Math.Log(2));       // an untrained network says about ½ of every pixel
    }

    [Fact]
    public void The_same_record_gives_the_same_numbers_and_another_seed_others()
    {
        using var digits = Handwriting.Load(train: 500, test: 100);
        using var first = Small.Train(digits);
        using var again = Small.Train(digits);
        using var other = (Small with { Seed = 2 }).Train(digits);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.NotEqual(first.History.Steps, other.History.Steps);
    }

    [Fact]
    public void A_snapshot_holds_the_codes_and_reconstructions_of_that_moment()
    {
        using var digits = Handwriting.Load(train: 500, test: 100);
        using var result = Small.Train(digits);
        var last = result.Snapshots[^1];
        using var codes = result.Model.Encode(digits.Test.Images.narrow(0, 0, 50)).cpu();
        Assert.Equal(0, (codes - last.Codes).abs().max().ToDouble(), 1e-6);
        Assert.Equal([5, 784], last.Reconstructions.shape);
        Assert.NotEqual(0, (result.Snapshots[0].Codes - last.Codes).abs().max().ToDouble(), 1e-3);
    }

    [Fact]
    public void Looking_on_the_way_changes_nothing()
    {
        using var digits = Handwriting.Load(train: 500, test: 100);
        using var often = Small.Train(digits);
        using var once = (Small with { SnapshotEpochs = [] }).Train(digits);
        Assert.Equal(often.History.Steps, once.History.Steps);
    }
}
