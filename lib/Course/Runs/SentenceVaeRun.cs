using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One variational autoencoder trained on sentences, with word dropout, annealing, or neither.</summary>
/// <remarks><code>var result = new SentenceVaeRun { WordDropout = 0.5, AnnealingEpochs = 4 }.AtScale().Train(corpus);</code> Notebook 18.</remarks>
public sealed record SentenceVaeRun : SentenceRun, IRun<SentenceVaeRun>
{
    /// <summary>L, the numbers in z. Default: 16.</summary>
    public int LatentSize { get; init; } = 16;

    /// <summary>The probability that the decoder is not told a word before, in training alone. Default: 0.</summary>
    public double WordDropout { get; init; }

    /// <summary>The share of each state, in [0, 1), that the last layer is not shown in training. Default: 0.</summary>
    public double Dropout { get; init; }

    /// <summary>Epochs over which the divergence rises from nothing to its full weight; 0 is none. Default: 0.</summary>
    public double AnnealingEpochs { get; init; }

    /// <summary>β, what a nat of divergence counts in the loss; only with 1 is it a bound. Default: 1.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>λ, what the divergence of each number of the code may cost for nothing, in nats. Default: 0.</summary>
    public double FreeNats { get; init; }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, Schedule> TermSchedules =>
        AnnealingEpochs.RequireNonNegative() == 0 ? base.TermSchedules : new Dictionary<string, Schedule> { ["divergence"] = Schedule.Rising(AnnealingEpochs) };

    /// <summary>One epoch of 1,000 sentences.</summary>
    public SentenceVaeRun Smoke() => this with { Epochs = Math.Min(Epochs, 1), Examples = Math.Min(Examples, 1000), AnnealingEpochs = Math.Min(AnnealingEpochs, 0.5) };

    /// <summary>Twice the epochs, and of the rise.</summary>
    public SentenceVaeRun Longer() => this with { Epochs = 2 * Epochs, AnnealingEpochs = 2 * AnnealingEpochs };

    /// <summary>Trains on the training part and measures on the held-out one, there without dropping words.</summary>
    /// <exception cref="ArgumentException">Some row of the corpus is no sentence, or a setting is out of its range.</exception>
    public SentenceVaeResult Train(Corpus corpus)
    {
        var model = new SentenceVae(TokensOf(corpus), LatentSize, WordSize, HiddenSize, FirstWeights);
        model.to(Compute.Device);
        using var draws = new Generator((ulong)Seed);
        using var trainer = Loop(model, InBatches(corpus), x => model.Loss(x, draws, WordDropout, Beta, FreeNats, Dropout), draws);
        trainer.Finish(Epochs);
        return SentenceVaeResult.Of(this, model, trainer.History, corpus.Test);
    }
}

/// <summary>A trained variational autoencoder of sentences, and its bound on held-out ones, by one draw of z each.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch, in nats per sentence.</param>
/// <param name="Reconstruction">E_q[−log p(x | z)] of the held-out sentences.</param>
/// <param name="Divergence">KL(q(z | x) ‖ p(z)) of the held-out sentences.</param>
/// <param name="Use">Which numbers of the code are used.</param>
public sealed record SentenceVaeResult(SentenceVaeRun Run, SentenceVae Model, TrainingHistory History, SentenceNats Reconstruction, SentenceNats Divergence, LatentUse Use)
    : RunResult<SentenceVaeRun, SentenceVae>(Run, Model, History)
{
    /// <summary>−ELBO ≥ −log p of the held-out sentences.</summary>
    public SentenceNats NegativeElbo => new(Reconstruction.PerSentence + Divergence.PerSentence, Reconstruction.TokensPerSentence);

    /// <summary>−log p of some sentences, estimated from above by many draws of z each: (N, T), int64.</summary>
    /// <param name="sentences">Sentences.</param>
    /// <param name="samples">S, draws for each.</param>
    /// <param name="random">Where the draws come from.</param>
    public SentenceNats NegativeLogLikelihood(Tensor sentences, int samples, Generator random)
    {
        const double most = 150e6;                                                  // logits at a time: 600 MB
        var length = SentenceNats.Length(Model.Tokens, sentences);
        using var each = MarginalLikelihood.LogEvidence(Model, sentences, samples, random, (int)Math.Clamp(most / length / Model.Tokens.Count, 64, 8192));
        return SentenceNats.Of(-each.mean().ToDouble(), Model.Tokens, sentences);
    }

    internal static SentenceVaeResult Of(SentenceVaeRun run, SentenceVae model, TrainingHistory history, Tensor test)
    {
        using var draws = new Generator((ulong)run.Seed);
        var terms = MeanLoss.Over(model, Batches.InOrder(test, 256), x => model.Loss(x, draws));
        SentenceNats Nats(string term) => SentenceNats.Of(terms[term], model.Tokens, test);
        return new(run, model, history, Nats("reconstruction"), Nats("divergence"), LatentUse.Of(model, test));
    }

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Model.GetName()}, {Run.Epochs:0.##} epochs: −ELBO {NegativeElbo}, of it {Divergence.PerSentence:F2} for the code, held out");
}
