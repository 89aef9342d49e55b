using static TorchSharp.torch;

namespace Workbook.Training.Tests;

[Collection("torch's own generator")]
public sealed class MeanLossTests
{
    [Fact]
    public void The_mean_loss_weighs_examples_equally_and_leaves_the_mode_as_it_was()
    {
        using var scope = NewDisposeScope();
        var toy = new Toy();
        var modes = new List<bool>();
        var means = MeanLoss.Over(toy.Model, new Held(ones(3, 1), zeros(1, 1)), batch =>
        {
            modes.Add(toy.Model.training);
            return batch.mean();
        });
        Assert.Equal(0.75, means["loss"], 12);
        Assert.Equal([false, false], modes);
        Assert.True(toy.Model.training);
    }
}
