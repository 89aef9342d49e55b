using TorchSharp;
using Workbook.Data;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>The runs of notebook 15 with few labels, on drawn digits.</summary>
public sealed class SemiSupervisedVaeRunTests
{
    private static readonly SemiSupervisedVaeRun Small = new()
    {
        HiddenSizes = [64],
        LatentSize = 8,
        Epochs = 2,
        BatchSize = 64,
        LabelsPerClass = 5,
        LearningRate = 3e-3,
        Progress = null,
    };

    [Fact]
    public void The_same_record_gives_the_same_numbers_and_another_seed_others()
    {
        using var digits = Handwriting.Load(train: 400, test: 100);
        using var first = Small.Train(digits);
        using var again = Small.Train(digits);
        using var other = (Small with { Seed = 2 }).Train(digits);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Equal(first.Accuracy, again.Accuracy);
        Assert.NotEqual(first.History.Steps[^1], other.History.Steps[^1]);
        Assert.Equal(["labelled", "unlabelled", "label"], first.History.Epochs[^1].Terms.Keys);
    }

    [Fact]
    public void With_α_it_learns_the_labels_and_with_none_it_does_not()
    {
        using var digits = Handwriting.Load(train: 1000, test: 300);
        using var heard = (Small with { Alpha = 3, Epochs = 8 }).Train(digits);
        using var deaf = (Small with { Alpha = 0, Epochs = 8 }).Train(digits);
        Assert.True(heard.Accuracy > 0.45, heard.ToString());                          // chance is 0.1
        Assert.True(deaf.Accuracy < heard.Accuracy - 0.2, $"{deaf} against {heard}");
    }

    [Fact]
    public void On_the_code_of_M1_it_learns_and_leaves_M1_as_it_was()
    {
        using var scope = NewDisposeScope();
        using var digits = Handwriting.Load(train: 1000, test: 300);
        using var features = new VaeRun { HiddenSizes = [64], LatentSize = 10, Epochs = 10, BatchSize = 32, LearningRate = 3e-3, Progress = null }.Train(digits);
        var before = features.Model.parameters().Select(parameter => parameter.detach().clone()).ToArray();
        using var stacked = (Small with { Alpha = 1, Epochs = 10 }).Train(digits, features.Model);
        Assert.True(stacked.Accuracy > 0.45, stacked.ToString());
        Assert.All(before.Zip(features.Model.parameters()), pair => Assert.True(pair.First.equal(pair.Second).all().ToBoolean()));
        Assert.Equal(10, stacked.Model.DataSize);
    }

    [Fact]
    public void Of_more_labels_than_a_step_takes_others_are_drawn_each_time()
    {
        using var digits = Handwriting.Load(train: 1000, test: 100);
        var few = Small with { LabelsPerClass = 20, LabelledBatchSize = 20, Alpha = 1, Epochs = 4 };
        using var some = few.Train(digits);
        using var all = (few with { LabelledBatchSize = 200 }).Train(digits);
        Assert.NotEqual(some.History.Steps[^1], all.History.Steps[^1]);
        Assert.InRange(some.Accuracy, 0.3, 1);
    }

    [Fact]
    public void More_labels_than_there_are_and_no_held_out_picture_are_refused()
    {
        using var digits = Handwriting.Load(train: 300, test: 10);
        Assert.Throws<ArgumentOutOfRangeException>(() => (Small with { LabelsPerClass = 90 }).Train(digits));
        Assert.Throws<ArgumentException>(() => (Small with { Alpha = -1 }).Train(digits));
    }
}
