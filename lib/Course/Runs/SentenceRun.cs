using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What every training on sentences fixes: how large its recurrent layers are, and how many sentences it learns from, in what batches.</summary>
public abstract record SentenceRun : TrainingRun
{
    /// <summary>A run of three epochs by default, at a rate of 0.01.</summary>
    protected SentenceRun() => (Epochs, LearningRate) = (3, 1e-2);

    /// <summary>E, the numbers of a word. Default: 32.</summary>
    public int WordSize { get; init; } = 32;

    /// <summary>H, the numbers of a state. Default: 48.</summary>
    public int HiddenSize { get; init; } = 48;

    /// <summary>Sentences in a step. Default: 64: a step of 32 takes as long on a core.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How many sentences are learned from. Default: all.</summary>
    public long Examples { get; init; } = long.MaxValue;

    /// <summary>The table of a corpus, as models of sentences want it.</summary>
    public static SentenceTokens TokensOf(Corpus corpus) => new(corpus.Table.Size, TokenTable.Padding, TokenTable.Unknown, TokenTable.Start, TokenTable.End);

    /// <summary>The sentences that this run learns from, in the batches and the order of this run.</summary>
    /// <exception cref="ArgumentException">Some row of either part is no sentence, or there is none.</exception>
    private protected Batches<Tensor> InBatches(Corpus corpus)
    {
        Require(corpus.Train);
        Require(corpus.Test);
        return Batches.Shuffled(corpus.Train.narrow(0, 0, Math.Min(Examples, corpus.Train.shape[0])), BatchSize, Seed);

        void Require(Tensor sentences)
        {
            using var here = sentences.cpu();
            TokensOf(corpus).Require(here);
        }
    }

    // Held-out sentences a batch at a time, their log-likelihoods summed up: nats per sentence.
    internal static double PerSentence(Tensor sentences, Func<Tensor, Tensor> each)
    {
        using var all = Rowwise.Map(sentences, each, 256);
        return all.to(float64).mean().ToDouble();
    }
}

/// <summary>One result in nats per sentence, which nobody can compare across corpora, and per token, which one can.</summary>
/// <param name="PerSentence">Nats per sentence.</param>
/// <param name="TokensPerSentence">How many tokens are predicted of a sentence on average, its end included.</param>
public sealed record SentenceNats(double PerSentence, double TokensPerSentence)
{
    /// <summary>Nats per token.</summary>
    public double PerToken => PerSentence / TokensPerSentence;

    /// <summary>e to the nats per token: as many equally probable words as would be as hard to tell.</summary>
    public double Perplexity => Math.Exp(PerToken);

    /// <summary>Nats over these sentences.</summary>
    internal static SentenceNats Of(double perSentence, SentenceTokens tokens, Tensor sentences) => new(perSentence, Length(tokens, sentences));

    /// <summary>How many tokens are predicted of each of these on average.</summary>
    internal static double Length(SentenceTokens tokens, Tensor sentences)
    {
        using var predicted = tokens.Predicted(sentences);
        return predicted.to(float64).mean().ToDouble();
    }

    /// <summary>"20.51 nats a sentence, 2.34 a token".</summary>
    public override string ToString() => FormattableString.Invariant($"{PerSentence:F2} nats a sentence, {PerToken:F3} a token");
}
