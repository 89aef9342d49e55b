using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One recurrent language model trained on a corpus: the baseline of every model of sentences with a code.</summary>
/// <remarks><code>var result = new LanguageModelRun().AtScale().Train(corpus);</code> Notebook 18.</remarks>
public sealed record LanguageModelRun : SentenceRun, IRun<LanguageModelRun>
{
    /// <summary>The share of each state, in [0, 1), that the last layer is not shown in training. Default: 0.</summary>
    public double Dropout { get; init; }

    /// <summary>One epoch of 1,000 sentences.</summary>
    public LanguageModelRun Smoke() => this with { Epochs = Math.Min(Epochs, 1), Examples = Math.Min(Examples, 1000) };

    /// <summary>Twice the epochs.</summary>
    public LanguageModelRun Longer() => this with { Epochs = 2 * Epochs };

    /// <summary>Trains on the training part and measures on the held-out one.</summary>
    /// <exception cref="ArgumentException">Some row of the corpus is no sentence.</exception>
    public LanguageModelResult Train(Corpus corpus)
    {
        var model = new RecurrentLanguageModel(TokensOf(corpus), WordSize, HiddenSize, FirstWeights);
        model.to(Compute.Device);
        using var draws = new Generator((ulong)Seed);
        using var trainer = Loop(model, InBatches(corpus), x => model.Loss(x, Dropout, draws), draws);
        trainer.Finish(Epochs);
        return new(this, model, trainer.History, SentenceNats.Of(-PerSentence(corpus.Test, model.call), model.Tokens, corpus.Test));
    }
}

/// <summary>A trained language model.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, in nats per sentence.</param>
/// <param name="HeldOut">−log p of the held-out sentences.</param>
public sealed record LanguageModelResult(LanguageModelRun Run, RecurrentLanguageModel Model, TrainingHistory History, SentenceNats HeldOut)
    : RunResult<LanguageModelRun, RecurrentLanguageModel>(Run, Model, History)
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Model.GetName()}, {Run.Epochs:0.##} epochs: {HeldOut} held out");
}
