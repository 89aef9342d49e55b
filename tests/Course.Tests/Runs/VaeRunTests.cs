using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>The run of notebooks 13 and 14, on drawn digits.</summary>
public sealed class VaeRunTests
{
    private static readonly VaeRun Small = new() { HiddenSizes = [64], LatentSize = 4, Epochs = 2, BatchSize = 64, LearningRate = 3e-3, Progress = null };

    [Fact]
    public void The_same_record_gives_the_same_numbers_and_another_seed_others()
    {
        using var digits = Handwriting.Load(train: 500, test: 100);
        using var first = Small.Train(digits);
        using var again = Small.Train(digits);
        using var other = (Small with { Seed = 2 }).Train(digits);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.Equal(first.NegativeElbo, again.NegativeElbo);
        Assert.NotEqual(first.NegativeElbo, other.NegativeElbo);
        Assert.Equal(["reconstruction", "divergence"], first.History.Epochs[^1].Terms.Keys);
    }

    [Fact]
    public void It_learns_more_than_how_often_each_pixel_is_on_and_the_estimate_of_the_evidence_lies_above_its_bound()
    {
        using var scope = NewDisposeScope();
        using var digits = Handwriting.Load(train: 2000, test: 200);
        var run = Small with { Epochs = 12, BatchSize = 32 };
        using var result = run.Train(digits);
        using var test = run.HeldOutPictures(digits);
        var often = digits.Train.Images.mean([0L], keepdim: true).clamp(1e-3, 1 - 1e-3).logit();
        var blind = new BernoulliLikelihood().Loss(often.expand_as(test), test).ToDouble();
        Assert.True(result.NegativeElbo < 0.9 * blind, $"{result}; {blind} blindly");
        var nats = result.NegativeLogLikelihood(test, samples: 200).mean().ToDouble();
        Assert.InRange(nats, result.Reconstruction, result.NegativeElbo);
    }

    [Fact]
    public void Held_out_pictures_are_drawn_once_and_for_all_runs_alike_or_left_grey()
    {
        using var digits = Handwriting.Load(train: 10, test: 50);
        using var scope = NewDisposeScope();
        var (one, other) = (Small.HeldOutPictures(digits), (Small with { Seed = 9 }).HeldOutPictures(digits));
        Assert.True(one.equal(other).all().ToBoolean());
        Assert.True(one.eq(0).logical_or(one.eq(1)).all().ToBoolean());
        Assert.True((Small with { Binarise = false }).HeldOutPictures(digits).equal(digits.Test.Images).all().ToBoolean());
    }

    [Fact]
    public void Without_the_divergence_codes_grow_narrow_and_spread()
    {
        using var scope = NewDisposeScope();
        using var digits = Handwriting.Load(train: 2000, test: 200);
        using var pulled = (Small with { Epochs = 6 }).Train(digits);
        using var loose = (Small with { Epochs = 6, Beta = 0 }).Train(digits);
        Assert.True(loose.Divergence > 2 * pulled.Divergence, $"{loose}; {pulled}");
        Assert.Throws<ArgumentException>(() => (Small with { Beta = -1 }).Train(digits));
        Assert.Throws<ArgumentException>(() => (Small with { Beta = 2, ImportanceSamples = 5 }).Train(digits));       // not ignored
    }

    [Fact]
    public void With_annealing_naming_a_code_is_cheap_at_first_and_costs_its_full_price_later()
    {
        using var digits = Handwriting.Load(train: 1000, test: 100);
        using var plain = (Small with { Epochs = 2 }).Train(digits);
        using var annealed = (Small with { Epochs = 2, AnnealingEpochs = 2 }).Train(digits);
        Assert.True(annealed.History.Epochs[0].Terms["divergence"] > 1.5 * plain.History.Epochs[0].Terms["divergence"]);
        using var atOnce = (Small with { Epochs = 2, AnnealingEpochs = 1e-9 }).Train(digits);                         // but for the very first step, where its factor is 0
        Assert.Equal(plain.History.Steps[0], atOnce.History.Steps[0]);
        Assert.Throws<ArgumentException>(() => (Small with { AnnealingEpochs = 1, ImportanceSamples = 5 }).Train(digits));
        Assert.Throws<ArgumentException>(() => (Small with { AnnealingEpochs = -1 }).Train(digits));
    }

    [Fact]
    public void Free_nats_are_used_up_by_every_number_of_the_code()
    {
        using var scope = NewDisposeScope();
        using var digits = Handwriting.Load(train: 1000, test: 100);
        using var free = (Small with { Epochs = 6, Beta = 30, FreeNats = 0.5 }).Train(digits);
        using var pressed = (Small with { Epochs = 6, Beta = 30 }).Train(digits);
        var (used, given) = (Evaluation.LatentUse.Of(free.Model, free.Run.HeldOutPictures(digits)), Evaluation.LatentUse.Of(pressed.Model, free.Run.HeldOutPictures(digits)));
        Assert.True(used.Divergences.Min() > 3 * given.Divergences.Max(), $"{used.Divergences.Min()} and {given.Divergences.Max()}");
        Assert.InRange(used.Divergences.Average(), 0.3, 0.7);
        Assert.Throws<ArgumentException>(() => (Small with { FreeNats = 0.1, ImportanceSamples = 5 }).Train(digits));
        Assert.Throws<ArgumentException>(() => (Small with { FreeNats = -0.1 }).Train(digits));
    }

    [Fact]
    public void By_the_importance_weighted_bound_and_with_convolutions_it_learns_too()
    {
        using var digits = Handwriting.Load(train: 500, test: 100);
        using var weighted = (Small with { Epochs = 8, ImportanceSamples = 5 }).Train(digits);
        Assert.Equal(["bound"], weighted.History.Epochs[^1].Terms.Keys);
        Assert.True(weighted.History.Steps[^1] < weighted.History.Steps[0] - 100);
        using var folded = (Small with { Epochs = 8, Channels = 4 }).Train(digits);
        Assert.True(folded.History.Steps[^1] < folded.History.Steps[0] - 100);
    }
}
