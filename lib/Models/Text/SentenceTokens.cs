using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What a model of sentences must know of a table of tokens: how many there are, and which are no words.</summary>
/// <remarks>A sentence is a row (B, T) of int64: <see cref="Start"/>, its words, <see cref="End"/>, and <see cref="Padding"/> up to the last column. Notebook 18.</remarks>
/// <param name="Count">V, all tokens.</param>
/// <param name="Padding">What fills rows up; it is never predicted.</param>
/// <param name="Unknown">What stands for a word that is not in the table, and for one that is dropped.</param>
/// <param name="Start">What every row begins with; it is never predicted.</param>
/// <param name="End">What follows the last word; it is predicted like a word.</param>
public sealed record SentenceTokens(int Count, long Padding, long Unknown, long Start, long End)
{
    /// <summary>How many tokens of each row are predicted, its words and its end: (B, T) → (B), int64.</summary>
    public Tensor Predicted(Tensor sentences)
    {
        using var there = sentences.ne(Padding);
        return there.sum(dim: 1) - 1;
    }

    /// <summary>The rows without the columns at their end that fill all of them up: (B, T) → (B, T′), a view.</summary>
    /// <remarks>It has to look how long the longest is, and on a GPU it waits for that: a step of a recurrent network is long enough not to feel it.</remarks>
    public Tensor Trim(Tensor sentences)
    {
        using var scope = NewDisposeScope();
        var longest = Predicted(sentences).max().ToInt64() + 1;
        return sentences.narrow(1, 0, longest).MoveToOuterDisposeScope();
    }

    /// <summary>The rows themselves, if they are sentences of this table; on a GPU, where looking makes every kernel wait, only their shape is looked at.</summary>
    /// <exception cref="ArgumentException">The shape is not (B, T) with T ≥ 2, a number is out of the table, a row does not begin with <see cref="Start"/>, or is empty.</exception>
    public Tensor Require(Tensor sentences)
    {
        sentences.RequireMatrix(1, 2);
        if (sentences.dtype != ScalarType.Int64) throw new ArgumentException($"{nameof(sentences)}: expected int64, got {sentences.dtype}.", nameof(sentences));
        if (sentences.device_type != DeviceType.CPU) return sentences;
        using var scope = NewDisposeScope();
        var (least, most) = (sentences.min().ToInt64(), sentences.max().ToInt64());
        if (least < 0 || most >= Count) throw new ArgumentException($"{nameof(sentences)}: expected numbers from 0 to {Count - 1}, got {(least < 0 ? least : most)}.", nameof(sentences));
        if (sentences.select(1, 0).ne(Start).any().ToBoolean()) throw new ArgumentException($"{nameof(sentences)}: expected every row to begin with {Start}, got another token.", nameof(sentences));
        if (sentences.select(1, 1).eq(Padding).any().ToBoolean()) throw new ArgumentException($"{nameof(sentences)}: expected a word or the end in every row, got an empty one.", nameof(sentences));
        return sentences;
    }

    /// <summary>Word dropout: each word, but not the start, becomes <see cref="Unknown"/> with some probability: (B, T), int64, of the same shape.</summary>
    /// <remarks>A decoder that reads this instead of the sentence must learn from the code what it is not told. Bowman et al., "Generating sentences from a continuous space" (2016), arXiv:1511.06349, §3.1.</remarks>
    /// <param name="sentences">Rows of tokens.</param>
    /// <param name="rate">The probability, in [0, 1].</param>
    /// <param name="random">Which words.</param>
    /// <exception cref="ArgumentException">The rate is out of [0, 1].</exception>
    public Tensor Drop(Tensor sentences, double rate, Generator random)
    {
        if (rate is not (>= 0 and <= 1)) throw new ArgumentException($"{nameof(rate)}: expected a number in [0, 1], got {rate}.", nameof(rate));
        if (rate == 0) return sentences.alias();
        using var scope = NewDisposeScope();
        var dropped = Draws.Uniform(sentences.shape, random, device: sentences.device).lt(rate).logical_and(sentences.ne(Start)).logical_and(sentences.ne(Padding));
        return where(dropped, full_like(sentences, Unknown), sentences).MoveToOuterDisposeScope();
    }
}
