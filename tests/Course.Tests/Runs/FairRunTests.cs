using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>The run of notebook 17, on a drawn census.</summary>
public sealed class FairRunTests
{
    private static readonly FairRun small = new() { HiddenSize = 32, Alpha = 20, Epochs = 4, LearningRate = 2e-3, Progress = null };

    [Fact]
    public void The_same_record_gives_the_same_numbers()
    {
        using var census = ToyCensus.Load(train: 1000, test: 100);
        using var first = small.Train(census);
        using var again = small.Train(census);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Equal(["reconstruction", "divergence of z₁", "divergence of z₂", "label"], first.History.Epochs[^1].Terms.Keys);
    }

    [Fact]
    public void Either_invariance_takes_the_group_out_of_the_code_and_leaves_the_label_in()
    {
        using var scope = NewDisposeScope();
        using var census = ToyCensus.Load(train: 8000, test: 4000);
        var (plain, labelOfPlain) = Probed(small, census);
        foreach (var invariance in new Invariance[] { new GroupDiscrepancy(200, width: 1), new Adversary(20) })
        {
            var (group, label) = Probed(small with { Epochs = 8, Invariance = invariance }, census);
            Assert.True(group < plain - 0.03, $"{invariance}: group {group} after {plain}");
            Assert.True(label > 0.66, $"{invariance}: label {label} after {labelOfPlain}");     // always no is right for 61.5 %
        }
    }

    private static (double Group, double Label) Probed(FairRun run, Census census)
    {
        using var scope = NewDisposeScope();
        using var result = run.Train(census);
        using var probe = NetworkProbe.Fit(result.Codes(census.Train), census.Train.Groups, new Generator(1));
        return (probe.Accuracy(result.Codes(census.Test, seed: 2), census.Test.Groups), result.Decisions(census.Test).eq(census.Test.Labels).to(float64).mean().ToDouble());
    }
}
