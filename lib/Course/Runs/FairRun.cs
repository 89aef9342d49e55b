using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One variational fair autoencoder trained on a census.</summary>
/// <remarks><code>var result = new FairRun { Invariance = new GroupDiscrepancy(100) }.AtScale().Train(census);</code> Notebook 17.</remarks>
public sealed record FairRun : TrainingRun, IRun<FairRun>
{
    /// <summary>A run of five epochs by default, at a rate of 0.001.</summary>
    public FairRun() => Epochs = 5;

    /// <summary>H, units of the hidden layer of each part. Default: 100, as in the paper.</summary>
    public int HiddenSize { get; init; } = 100;

    /// <summary>L, the numbers in z₁ and in z₂. Default: 5, of which an invariance can see all; the paper's 50 leave it less to see by.</summary>
    public int LatentSize { get; init; } = 5;

    /// <summary>α, what a nat of the label counts. Default: 1.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>What keeps the group out of the code beside the model itself. Default: nothing.</summary>
    public Invariance? Invariance { get; init; }

    /// <summary>People in a step. Default: 256, so that both groups are well represented.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>How many people are learned from. Default: all.</summary>
    public long Examples { get; init; } = long.MaxValue;

    /// <summary>2,000 people: a second or two.</summary>
    public FairRun Smoke() => this with { Examples = Math.Min(Examples, 2000) };

    /// <summary>Ten times the epochs.</summary>
    public FairRun Longer() => this with { Epochs = 10 * Epochs };

    /// <summary>Trains on the training part.</summary>
    public FairResult Train(Census census)
    {
        var part = census.Train.First(Math.Min(Examples, census.Train.Count));
        var model = new FairVae(census.DataSize, HiddenSize, LatentSize, new BernoulliLikelihood(), FirstWeights);
        model.to(Compute.Device);
        using var draws = new Generator((ulong)Seed);
        using var trainer = Loop(model, Batches.Shuffled(part, BatchSize, Seed), people => model.Loss(people.Features, people.Groups, people.Labels, draws, Alpha, Invariance), draws);
        trainer.Finish(Epochs);
        return new(this, model, trainer.History);
    }
}

/// <summary>A trained fair autoencoder.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
public sealed record FairResult(FairRun Run, FairVae Model, TrainingHistory History) : RunResult<FairRun, FairVae>(Run, Model, History)
{
    /// <summary>What is given away of each person: a draw of q(z₁ | x, s), without a graph: (N, L).</summary>
    /// <remarks>A draw, since draws are what the loss has seen; the mean, which it has not, tells the group to whoever looks closely.</remarks>
    /// <param name="people">Whose codes.</param>
    /// <param name="seed">Of the draws. Default: 1.</param>
    public Tensor Codes(Population people, int seed = 1)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        using var draws = new Generator((ulong)seed);
        return Model.Posterior(people.Features, people.Groups).Sample(draws).MoveToOuterDisposeScope();
    }

    /// <summary>The mean of q(z₁ | x, s) of each person, without a graph: (N, L). See <see cref="Codes"/> before it is given away.</summary>
    public Tensor Means(Population people)
    {
        using var _ = no_grad();
        return Model.call(people.Features, people.Groups);
    }

    /// <summary>The label that the model itself reads off each <see cref="Codes">code</see>, int64: (N).</summary>
    public Tensor Decisions(Population people, int seed = 1)
    {
        using var _ = no_grad();
        using var codes = Codes(people, seed);
        return Model.LabelLogits(codes).argmax(1);
    }
}
