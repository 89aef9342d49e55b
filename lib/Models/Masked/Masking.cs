using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Which tokens are to be predicted, and what stands in their places meanwhile: BERT's corruption.</summary>
/// <remarks>
/// Of n ordinary tokens of a batch 15 % are selected; of these 80 % become [MASK], 10 % another token drawn at random, and 10 % stay as they are, to be predicted all the same: 12, 1.5
/// and 1.5 of a hundred tokens, and 85 that are not asked for. The counts are exact, each rounded to whole tokens, and which they are is drawn. Tokens below <see cref="FirstOrdinary"/>
/// are special: they are never selected and never drawn. Devlin, Chang, Lee and Toutanova, "BERT: pre-training of deep bidirectional transformers" (2019), arXiv:1810.04805, §3.1. Notebook 09.
/// </remarks>
/// <param name="VocabularySize">V, how many tokens there are; their numbers are 0 to V − 1.</param>
/// <param name="FirstOrdinary">The first token that is not special.</param>
/// <param name="Mask">The number of [MASK], which is special.</param>
public sealed record Masking(int VocabularySize, int FirstOrdinary, long Mask)
{
    /// <summary>The share of ordinary tokens that are predicted, in [0, 1]. Default: 0.15.</summary>
    public double Selected { get; init; } = 0.15;

    /// <summary>Of the selected, the share that becomes [MASK]. Default: 0.8.</summary>
    public double ByMask { get; init; } = 0.8;

    /// <summary>Of the selected, the share that becomes a random token. Default: 0.1; the rest stays.</summary>
    public double ByRandom { get; init; } = 0.1;

    /// <summary>Selects and corrupts: (B, T), int64 → three of that shape.</summary>
    /// <param name="tokens">Tokens: (B, T), int64.</param>
    /// <param name="random">Where every choice comes from.</param>
    /// <param name="wordOf">
    /// Whole-word masking: the number of the word in its row that a token is a piece of, (B, T), int64; then words are drawn and all pieces of one are selected, until the count is reached or
    /// passed by the last word. Default: each token is drawn by itself.
    /// </param>
    /// <exception cref="ArgumentException">A share is out of [0, 1], a token is out of the vocabulary, or there is no ordinary token in the whole batch.</exception>
    public MaskedTokens Apply(Tensor tokens, Generator random, Tensor? wordOf = null)
    {
        RequireShares();
        tokens.Require([-1, -1]);
        if (tokens.dtype != ScalarType.Int64) throw new ArgumentException($"{nameof(tokens)}: expected int64, got {tokens.dtype}.", nameof(tokens));
        wordOf?.Require(tokens.shape);
        using var scope = NewDisposeScope();
        var (least, most) = tokens.numel() == 0 ? (-1, -1) : (tokens.min().ToInt64(), tokens.max().ToInt64());
        if (least < 0 || most >= VocabularySize) throw new ArgumentException($"{nameof(tokens)}: expected numbers from 0 to {VocabularySize - 1}, got {(least < 0 ? least : most)}.", nameof(tokens));
        var ordinary = tokens.ge(FirstOrdinary);
        var n = ordinary.sum().ToInt64();
        if (n == 0) throw new ArgumentException($"{nameof(tokens)}: expected an ordinary token or more, all {tokens.numel()} are special.", nameof(tokens));

        var place = Place(Draw(tokens, wordOf, random), ordinary);                   // 0 for the first to be taken, n − 1 for the last
        var chosen = wordOf is null ? place.lt(Whole(Selected * n)) : WholeWords(place, Whole(Selected * n), wordOf, ordinary);
        var count = chosen.sum().ToInt64();
        var fate = Place(Draws.Uniform(tokens.shape, random, device: tokens.device), chosen);       // and again among the selected
        var masked = fate.lt(Whole(ByMask * count));
        var replaced = fate.ge(Whole(ByMask * count)).logical_and(fate.lt(Whole(ByMask * count) + Whole(ByRandom * count)));
        var others = FirstOrdinary + (Draws.Uniform(tokens.shape, random, device: tokens.device) * (VocabularySize - FirstOrdinary)).to(ScalarType.Int64);
        var inputs = where(masked, full_like(tokens, Mask), where(replaced, others, tokens));
        return new(inputs.MoveToOuterDisposeScope(), tokens.alias().MoveToOuterDisposeScope(), chosen.MoveToOuterDisposeScope());
    }

    private static long Whole(double count) => (long)Math.Round(count, MidpointRounding.AwayFromZero);

    // A number for each token; for pieces of one word the same, so that their word is drawn.
    private static Tensor Draw(Tensor tokens, Tensor? wordOf, Generator random)
    {
        var each = Draws.Uniform(tokens.shape, random, ScalarType.Float64, tokens.device);
        return wordOf is null ? each : each.gather(1, wordOf);
    }

    // Where each of these stands when they are ordered by their draws; those that are not among them stand last.
    private static Tensor Place(Tensor draws, Tensor among)
    {
        var order = where(among, draws, full_like(draws, 2)).flatten().argsort(0);
        return zeros_like(order).scatter_(0, order, arange(order.numel(), device: order.device)).reshape(draws.shape).masked_fill(among.logical_not(), long.MaxValue);
    }

    // A word is taken if any of its pieces is within the count.
    private static Tensor WholeWords(Tensor place, long count, Tensor wordOf, Tensor ordinary)
    {
        var within = place.lt(count).to(ScalarType.Int64);
        var words = zeros_like(within).scatter_add_(1, wordOf, within);             // pieces of each word within the count: (B, T) by the number of the word
        return words.gather(1, wordOf).gt(0).logical_and(ordinary);
    }

    private void RequireShares()
    {
        foreach (var (share, name) in new[] { (Selected, nameof(Selected)), (ByMask, nameof(ByMask)), (ByRandom, nameof(ByRandom)), (ByMask + ByRandom, $"{nameof(ByMask)} + {nameof(ByRandom)}") })
            if (share is not (>= 0 and <= 1 + 1e-12)) throw new ArgumentException($"{name}: expected a share in [0, 1], got {share}.", name);
    }
}

/// <summary>A batch that was corrupted to be predicted.</summary>
/// <param name="Inputs">What the model reads: (B, T), int64.</param>
/// <param name="Targets">What stood there: (B, T), int64.</param>
/// <param name="Selected">Which are predicted: (B, T), bool.</param>
public sealed record MaskedTokens(Tensor Inputs, Tensor Targets, Tensor Selected);
