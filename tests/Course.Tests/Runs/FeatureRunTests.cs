using Workbook.Data;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public class FeatureRunTests
{
    private static readonly FeatureRun Run = new() { Epochs = 2 };

    [Fact]
    public void Every_block_learns_and_the_labels_are_never_looked_at()
    {
        using var scope = NewDisposeScope();
        using var faces = Faces.Load(train: 600, test: 50);
        using var result = Run.Train(faces);
        Assert.Equal(3, result.Histories.Count);
        Assert.All(result.Histories, history => Assert.True(history.Epochs[^1].Loss < history.Steps[0]));
        using var otherwise = new ImageSet("Faces", 19, 19, new(faces.Train.Images, zeros_like(faces.Train.Labels)), faces.Test, ["no face", "face"]);
        using var again = Run.Train(otherwise);
        Assert.True(result.Responses(faces.Test.Images).allclose(again.Responses(faces.Test.Images), rtol: 0, atol: 0));
    }

    [Fact]
    public void The_control_has_the_filters_that_training_began_with_and_the_ablation_no_normalisation()
    {
        using var scope = NewDisposeScope();
        using var faces = Faces.Load(train: 100, test: 10);
        using var still = (Run with { LearningRate = 0 }).Train(faces);
        using var control = Run.Build(faces);
        Assert.True(still.Responses(faces.Test.Images).allclose(control.call(faces.Test.Images), rtol: 1e-4, atol: 1e-5));
        using var bare = Run.WithoutNormalization().Build(faces);
        Assert.Equal((9, 6), (control.Costs.Count, bare.Costs.Count));
    }
}
