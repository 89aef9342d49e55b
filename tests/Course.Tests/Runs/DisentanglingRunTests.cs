using Workbook.Data;
using Workbook.Models;

namespace Workbook.Course.Tests;

/// <summary>The run of notebook 16, on a few drawn figures.</summary>
public sealed class DisentanglingRunTests
{
    private static readonly Sprites Few = new() { Side = 16, Scales = 2, Rotations = 2, Turn = 1.5, Places = 4 };
    private static readonly DisentanglingRun Small = new() { HiddenSizes = [64], Epochs = 30, BatchSize = 32, LearningRate = 3e-3, LatentSize = 4, Progress = null };

    [Fact]
    public void The_same_record_gives_the_same_numbers_with_a_critic_too()
    {
        using var sprites = Few.Load(heldOut: 40);
        foreach (var run in (DisentanglingRun[])[Small with { Epochs = 3 }, Small with { Epochs = 3, FactorGamma = 5 }])
        {
            using var first = run.Train(sprites);
            using var again = run.Train(sprites);
            using var other = (run with { Seed = 2 }).Train(sprites);
            Assert.Equal(first.History.Steps, again.History.Steps);
            Assert.Equal(first.Divergences, again.Divergences);
            Assert.NotEqual(first.Divergence, other.Divergence);
        }
    }

    [Fact]
    public void A_dearer_code_says_less_and_one_that_is_too_dear_says_nothing()
    {
        using var sprites = Few.Load(heldOut: 40);
        double Nats(double beta)
        {
            using var result = (Small with { Criterion = new BetaObjective(beta) }).Train(sprites);
            Assert.Equal(4, result.Divergences.Count);
            return result.Divergence;
        }

        var (cheap, dear, ruinous) = (Nats(1), Nats(8), Nats(200));
        Assert.True(cheap > dear + 1 && dear > ruinous, $"{cheap}, {dear}, {ruinous}");
        Assert.InRange(ruinous, 0, 0.05);
    }

    [Fact]
    public void A_budget_is_kept()
    {
        using var sprites = Few.Load(heldOut: 40);
        using var result = (Small with { Criterion = new CapacityObjective(30, 2), Epochs = 60 }).Train(sprites);
        Assert.Equal(2, result.Divergence, 0.5);
    }

    [Fact]
    public void Every_relative_learns_and_keeps_its_terms_apart()
    {
        using var sprites = Few.Load(heldOut: 40);
        foreach (var (run, terms) in ((DisentanglingRun, string[])[])[
            (Small with { Criterion = new TotalCorrelationObjective(4, 152) }, ["reconstruction", "information", "total correlation", "dimensions"]),
            (Small with { Criterion = new InformationObjective(0.5, 50) }, ["reconstruction", "divergence", "discrepancy"]),
            (Small with { FactorGamma = 5 }, ["reconstruction", "divergence", "total correlation"])])
        {
            using var result = run.Train(sprites);
            Assert.Equal(terms, result.History.Epochs[^1].Terms.Keys);
            Assert.True(result.History.Epochs[^1].Terms["reconstruction"] < 0.7 * result.History.Epochs[0].Terms["reconstruction"], $"{result}");
        }
    }

    [Fact]
    public void A_checkpoint_beside_a_critic_is_refused()
    {
        using var sprites = Few.Load(heldOut: 40);
        Assert.Contains("CheckpointPath", Assert.Throws<ArgumentException>(() => (Small with { FactorGamma = 1, CheckpointPath = "here" }).Train(sprites)).Message);
        Assert.Throws<ArgumentException>(() => (Small with { FactorGamma = -1 }).Train(sprites));
    }

    [Fact]
    public void An_objective_that_compares_pictures_is_not_begun_where_the_last_batch_would_be_one()
    {
        using var pictures = new Sprites { Side = 8, Scales = 1, Rotations = 1, Places = 3 }.Load(heldOut: 6);     // 21 to learn from
        var run = new DisentanglingRun { BatchSize = 5, Criterion = new InformationObjective(0, 10), Progress = null };
        Assert.Contains("BatchSize", Assert.Throws<ArgumentException>(() => run.Train(pictures)).Message);
    }
}
