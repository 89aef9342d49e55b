using Workbook.Models;
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

    [Fact]
    public void Terms_must_be_scalars_with_names_of_their_own()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("expected the term 'penalty' to be one number, the mean over the batch, got (3)",
            Assert.Throws<ArgumentException>(() => new LossTerms(("penalty", zeros(3)))).Message);
        Assert.Contains("different names", Assert.Throws<ArgumentException>(() => new LossTerms(("a", zeros(1)), ("a", zeros(1)))).Message);
    }
}
