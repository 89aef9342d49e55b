using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public sealed class StackRunTests
{
    private static readonly StackRun Small = new() { Sizes = [40, 20, 5], Epochs = 3, LearningRate = 3e-3, Progress = null, LinearRbmRate = 0.01 };

    public static TheoryData<StackLayers> Kinds => [.. Enum.GetValues<StackLayers>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_layer_learns_to_give_back_what_it_is_given(StackLayers kind)
    {
        using var digits = Handwriting.Load(train: 1500, test: 10);
        using var result = (Small with { Layers = kind }).Train(digits.Train.Images);
        Assert.Equal([(784, 40), (40, 20), (20, 5)], result.Layers.Select(layer => (layer.Inputs, layer.Size)));
        Assert.All(result.Layers, layer => Assert.True(layer.After < 0.9 * layer.Before, $"{layer.Inputs}-{layer.Size}: {layer.Before} to {layer.After}"));
    }

    [Fact]
    public void The_lowest_layer_beats_the_mean_picture()
    {
        using var digits = Handwriting.Load(train: 1500, test: 10);
        using var result = (Small with { Sizes = [40], Epochs = 20 }).Train(digits.Train.Images);
        using var variance = digits.Train.Images.var(0).sum();
        Assert.True(result.Layers[0].After < 0.8 * variance.ToDouble(), $"{result.Layers[0].After} against {variance.ToDouble()}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_record_gives_the_same_codes(StackLayers kind)
    {
        using var digits = Handwriting.Load(train: 300, test: 10);
        var run = Small with { Layers = kind, Epochs = 1, Corruptions = [new MaskingNoise(0.2)] };
        using var first = run.Train(digits.Train.Images);
        using var again = run.Train(digits.Train.Images);
        using var other = (run with { Seed = 2 }).Train(digits.Train.Images);
        Assert.Equal(Codes(first), Codes(again));
        Assert.NotEqual(Codes(first), Codes(other));

        double[] Codes(StackResult result) => result.Stack.Encode(digits.Test.Images).Numbers();
    }

    [Fact]
    public void A_stopped_stack_goes_on_from_its_checkpoints()
    {
        using var digits = Handwriting.Load(train: 300, test: 10);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var run = Small with { Epochs = 2, Corruptions = [new MaskingNoise(0.2)] };
            var kept = run with { CheckpointPath = Path.Combine(folder.FullName, "stack") };
            using var whole = run.Train(digits.Train.Images);
            (kept with { Epochs = 1, Sizes = [40], CodeActivation = Activation.Sigmoid }).Train(digits.Train.Images).Dispose();      // half of the lowest layer
            using var resumed = kept.Train(digits.Train.Images);
            Assert.Equal(whole.Stack.Encode(digits.Test.Images).Numbers(), resumed.Stack.Encode(digits.Test.Images).Numbers());
            using var done = kept.Train(digits.Train.Images);                                   // nothing left to do
            Assert.Equal(resumed.Layers.Select(layer => layer.After), done.Layers.Select(layer => layer.After));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_penalty_is_a_term_of_its_own_and_shrinks_what_it_weighs()
    {
        using var digits = Handwriting.Load(train: 600, test: 10);
        using var free = (Small with { Sizes = [40] }).Train(digits.Train.Images);
        using var held = (Small with { Sizes = [40], Penalty = (layer, _) => 10 * layer.Up.Weight.square().sum() }).Train(digits.Train.Images);
        Assert.Equal(["reconstruction", "penalty"], held.Layers[0].History.Epochs[0].Terms.Keys);
        Assert.True(Size(held) < 0.5 * Size(free));

        static double Size(StackResult result) => result.Stack.Layers[0].Up.Weight.norm().ToDouble();
    }

    [Fact]
    public void Fine_tuning_begins_where_the_stack_ended_and_goes_below()
    {
        using var digits = Handwriting.Load(train: 1500, test: 200);
        using var stack = Small.Train(digits.Train.Images);
        var run = new AutoencoderRun { HiddenSizes = [40, 20], CodeSize = 5, Activation = Activation.Sigmoid, Epochs = 2, SnapshotEpochs = [0], Progress = null };
        using var tuned = run.Train(digits, stack.Stack.Unroll());
        using var first = stack.Stack.Reconstruct(digits.Test.Images.narrow(0, 0, 10));
        Assert.Equal(0, (first.cpu() - tuned.Snapshots[0].Reconstructions).abs().max().ToDouble(), 1e-5);
        Assert.True(tuned.TestLoss < tuned.Snapshots[0].TestLoss);
        using var cold = run.Train(digits);
        Assert.True(tuned.TestLoss < cold.TestLoss, $"{tuned.TestLoss} nats against {cold.TestLoss}");
    }

    [Fact]
    public void A_boltzmann_machine_cannot_have_any_activation()
    {
        using var x = zeros(4, 3);
        var machines = Small with { Layers = StackLayers.BoltzmannMachines };
        Assert.StartsWith("Activation: the units of a Boltzmann machine are sigmoid", Assert.Throws<ArgumentException>(() => (machines with { Activation = Activation.Relu }).Train(x)).Message);
        Assert.StartsWith("Sizes: expected one layer or more", Assert.Throws<ArgumentException>(() => (Small with { Sizes = [] }).Train(x)).Message);
    }
}
