using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One masked language model trained on a corpus: every epoch hides other tokens of the same sentences.</summary>
/// <remarks><code>var result = new MaskedRun { Epochs = 5 }.AtScale().Train(corpus);</code> Notebook 09.</remarks>
public sealed record MaskedRun : TrainingRun, IRun<MaskedRun>
{
    /// <summary>A run of five epochs by default, at a rate of 0.001.</summary>
    public MaskedRun() => Epochs = 5;

    /// <summary>E, the numbers of a token. Default: 64.</summary>
    public int Size { get; init; } = 64;

    /// <summary>How many layers. Default: 2.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>H, heads of each attention. Default: 4.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>The share of ordinary tokens that are predicted. Default: 0.15.</summary>
    public double Selected { get; init; } = 0.15;

    /// <summary>Of them, the share that is hidden by [MASK]. Default: 0.8.</summary>
    public double ByMask { get; init; } = 0.8;

    /// <summary>Of them, the share that another token stands for. Default: 0.1; the rest stays.</summary>
    public double ByRandom { get; init; } = 0.1;

    /// <summary>Whether all pieces of a word are hidden together. Default: no.</summary>
    public bool WholeWords { get; init; }

    /// <summary>Sentences in a step. Default: 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How many sentences are learned from. Default: all.</summary>
    public long Examples { get; init; } = long.MaxValue;

    /// <summary>500 sentences and two epochs at most: a second or two.</summary>
    public MaskedRun Smoke() => this with { Examples = Math.Min(Examples, 500), Epochs = Math.Min(Epochs, 2) };

    /// <summary>Ten times the epochs.</summary>
    public MaskedRun Longer() => this with { Epochs = 10 * Epochs };

    /// <summary>What is hidden of a batch in training.</summary>
    public Masking Masking(Corpus corpus) => Hidden(corpus) with { Selected = Selected, ByMask = ByMask, ByRandom = ByRandom };

    /// <summary>Trains on the training part.</summary>
    public MaskedResult Train(Corpus corpus)
    {
        var count = Math.Min(Examples, corpus.Train.shape[0]);
        var model = new MaskedLanguageModel(corpus.Table.Size, corpus.Length, Size, Depth, Heads, TokenTable.Padding, FirstWeights);
        model.to(Compute.Device);
        using var draws = new Generator((ulong)Seed);
        using var rows = stack([corpus.Train.narrow(0, 0, count), corpus.TrainWords.narrow(0, 0, count)], 1);     // (N, 2, T): tokens and their words stay together
        var masking = Masking(corpus);
        using var trainer = Loop(model, Batches.Shuffled(rows, BatchSize, Seed), batch => model.Loss(masking.Apply(batch.select(1, 0), draws, WholeWords ? batch.select(1, 1).contiguous() : null)), draws);
        trainer.Finish(Epochs);
        return new(this, model, trainer.History, corpus);
    }

    internal static Masking Hidden(Corpus corpus) => new(corpus.Table.Size, TokenTable.FirstOrdinary, TokenTable.Mask);
}

/// <summary>A trained masked language model.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, in nats a selected token.</param>
/// <param name="Corpus">What it learned from, and what is held out; the caller's.</param>
public sealed record MaskedResult(MaskedRun Run, MaskedLanguageModel Model, TrainingHistory History, Corpus Corpus) : RunResult<MaskedRun, MaskedLanguageModel>(Run, Model, History)
{
    private const int Rows = 256;

    /// <summary>The held-out sentences with holes: 15 % of their tokens hidden, all by [MASK], the same for every model.</summary>
    /// <param name="corpus">Whose sentences.</param>
    /// <param name="seed">Another seed, other holes.</param>
    public static MaskedTokens HeldOut(Corpus corpus, int seed = 1)
    {
        using var draws = new Generator((ulong)seed);
        return (MaskedRun.Hidden(corpus) with { ByMask = 1, ByRandom = 0 }).Apply(corpus.Test, draws);
    }

    /// <summary>The share of the selected tokens that the model names rightly, in [0, 1], and −log p of them, in nats a selected token.</summary>
    public (double Accuracy, double Nats) Judge(MaskedTokens masked)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (right, nats, count) = (0.0, 0.0, 0.0);
        for (var row = 0L; row < masked.Inputs.shape[0]; row += Rows)
        {
            using var inner = NewDisposeScope();
            var rows = Math.Min(Rows, masked.Inputs.shape[0] - row);
            Tensor Part(Tensor of) => of.narrow(0, row, rows);
            var (selected, targets) = (Part(masked.Selected), Part(masked.Targets));
            var logP = Model.call(Part(masked.Inputs)).log_softmax(-1);
            right += logP.argmax(-1).eq(targets).logical_and(selected).sum().ToDouble();
            nats -= logP.gather(-1, targets.unsqueeze(-1)).squeeze(-1).masked_select(selected).sum().ToDouble();
            count += selected.sum().ToDouble();
        }
        return count > 0 ? (right / count, nats / count) : throw new ArgumentException($"{nameof(masked)}: expected a selected token or more, got none.", nameof(masked));
    }

    /// <summary>The most probable words for the first [MASK] of a sentence, and their probabilities.</summary>
    /// <param name="sentence">Such as <c>my dog is [MASK]</c>.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">Nothing is hidden in it, or it is cut before that.</exception>
    public IReadOnlyList<(string Word, double Probability)> Top(string sentence, int count = 5)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var row = Corpus.Row(sentence);
        var places = row[0].eq(TokenTable.Mask).nonzero();
        if (places.shape[0] == 0) throw new ArgumentException($"{nameof(sentence)}: expected a [MASK] within {Corpus.Length - 2} tokens, found none in \"{sentence}\".", nameof(sentence));
        var (p, tokens) = Model.call(row)[0, places[0, 0].ToInt64()].softmax(-1).topk(Math.Min(count.RequireSize(), Corpus.Table.Size));
        return [.. Enumerable.Range(0, (int)p.shape[0]).Select(i => (Corpus.Table.Name(tokens[i].ToInt64()), p[i].ToDouble()))];
    }

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Model.GetName()}, {Run.Epochs:0.##} epochs: {History.Epochs[^1].Loss:F2} nats a selected token in training");
}
