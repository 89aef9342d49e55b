using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public sealed class ContractiveRunTests
{
    private static readonly ContractiveRun Small = new() { CodeSize = 40, Epochs = 6, Progress = null };

    [Fact]
    public void The_contractive_code_stands_stiller_than_the_plain_one_and_pays_in_reconstruction()
    {
        using var digits = Handwriting.Load(train: 1000, test: 200);
        var run = Small with { Epochs = 15, LearningRate = 3e-3 };
        using var plain = run.Train(digits);
        using var held = (run with { Contraction = 3 }).Train(digits);
        Assert.True(held.JacobianNorm < 0.7 * plain.JacobianNorm, $"{held} against {plain}");
        Assert.True(held.Reconstruction > plain.Reconstruction, $"{held} against {plain}");
    }

    [Fact]
    public void The_norm_it_reports_is_the_mean_norm_of_the_exact_Jacobians()
    {
        using var digits = Handwriting.Load(train: 300, test: 20);
        using var result = Small.Train(digits);
        using var scope = NewDisposeScope();
        var exact = Jacobian.Of(result.Model.Encode, digits.Test.Images).square().sum(1, 2).sqrt().mean().ToDouble();
        Assert.Equal(exact, result.JacobianNorm, 1e-4);
    }

    [Theory]
    [InlineData(JacobianPenalty.ClosedForm)]
    [InlineData(JacobianPenalty.Stochastic)]
    public void The_same_record_gives_the_same_numbers(JacobianPenalty penalty)
    {
        using var digits = Handwriting.Load(train: 300, test: 20);
        var run = Small with { Contraction = 0.1, Penalty = penalty, Corruption = new MaskingNoise(0.3), WeightDecay = 1e-3, Epochs = 1 };
        using var first = run.Train(digits);
        using var again = run.Train(digits);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Equal(["reconstruction", "contraction", "weight decay"], first.History.Epochs[0].Terms.Keys);
    }
}
