using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>The runs of notebooks 04 and 05, on drawn digits.</summary>
public sealed class RegularisedRunTests
{
    private static readonly SparseRun Sparse = new() { CodeSize = 100, Epochs = 6, LearningRate = 3e-3, Progress = null };
    private static readonly DenoisingRun Denoising = new() { CodeSize = 64, Epochs = 12, BatchSize = 32, LearningRate = 3e-3, Progress = null };

    [Fact]
    public void A_heavier_penalty_buys_sparser_codes_and_pays_in_reconstruction()
    {
        using var digits = Handwriting.Load(train: 1500, test: 300);
        using var free = (Sparse with { Penalty = new L1Penalty(0), Activation = Activation.Relu }).Train(digits);
        using var priced = (Sparse with { Penalty = new L1Penalty(2), Activation = Activation.Relu }).Train(digits);
        Assert.True(priced.PopulationSparsity > free.PopulationSparsity + 0.1, $"{free}; {priced}");
        Assert.True(priced.Reconstruction > free.Reconstruction + 3, $"{free}; {priced}");
        Assert.Equal(0, free.Penalty);
        Assert.Equal(["reconstruction", "penalty", "weight decay"], priced.History.Epochs[^1].Terms.Keys);
    }

    [Fact]
    public void The_same_record_gives_the_same_codes_and_losses()
    {
        using var digits = Handwriting.Load(train: 300, test: 100);
        using var first = (Sparse with { Epochs = 1, Penalty = new KlPenalty(0.1, 1) }).Train(digits);
        using var again = (Sparse with { Epochs = 1, Penalty = new KlPenalty(0.1, 1) }).Train(digits);
        Assert.Equal(first.Codes.Numbers(), again.Codes.Numbers());
        using var noisy = (Denoising with { Epochs = 1 }).Train(digits);
        using var noisyAgain = (Denoising with { Epochs = 1 }).Train(digits);
        Assert.Equal(noisy.History.Steps, noisyAgain.History.Steps);
        Assert.Equal(noisy.TestLoss, noisyAgain.TestLoss);
    }

    [Fact]
    public void Only_a_network_that_was_shown_noise_learns_to_take_it_away()
    {
        using var scope = NewDisposeScope();
        var deep = Denoising with { HiddenSizes = [128], CodeActivation = Activation.Identity };
        using var digits = Handwriting.Load(train: 1500, test: 300);
        using var with = (deep with { Corruption = new SaltAndPepperNoise(0.4) }).Train(digits);
        using var without = (deep with { Corruption = new SaltAndPepperNoise(0) }).Train(digits);
        var x = digits.Test.Images;
        var corrupted = new SaltAndPepperNoise(0.4).Apply(x, new Generator(1));
        double Nats(DenoisingResult result) => result.Model.Likelihood.Loss(result.Model.call(corrupted), x).ToDouble();
        Assert.True(Nats(with) < 0.85 * Nats(without), $"{Nats(with)} nats with, {Nats(without)} without");
        Assert.Equal(with.TestLoss, Nats(with), 0.05 * with.TestLoss);
    }

    // On a ring with little noise every point near it is to be sent back to it.
    [Fact]
    public void On_a_ring_the_field_points_back_to_the_ring()
    {
        using var scope = NewDisposeScope();
        using var ring = Ring.Sample(1000, noise: 0);
        using var result = (Denoising with
        {
            HiddenSizes = [64],
            CodeSize = 32,
            CodeActivation = Activation.Relu,
            Epochs = 60,
            BatchSize = 100,
            Likelihood = new GaussianLikelihood(0.5),
            Corruption = new GaussianNoise(0.2),
        }).Train(ring.Points);
        foreach (var radius in (double[])[0.7, 1.3])
        {
            var off = radius * ring.Points;
            var after = result.Model.Walk(off, 3).square().sum(1).sqrt();
            Assert.InRange((after - 1).abs().mean().ToDouble(), 0, 0.1);
        }
    }
}
