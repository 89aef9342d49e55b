using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>What counting gets of a masked token: by how frequent tokens are, or by what stands before it or on both sides of it. The baselines of a masked language model.</summary>
/// <remarks>
/// p(w) ∝ n(w) + a; p(w | v before) ∝ n(v w) + a p(w) V; and between two, the product of what follows the one and what precedes the other over p(w), as if the neighbours were independent given w.
/// Neighbours that are masked tell nothing, and then the next simpler count speaks. Notebook 09.
/// </remarks>
public sealed class NeighbourCounts
{
    private readonly double[] logAlone;
    private readonly double[,] logAfter, logBefore;                                  // log p(w | v before), log p(w | v behind): [v, w]
    private readonly long mask;

    private NeighbourCounts(double[] logAlone, double[,] logAfter, double[,] logBefore, long mask) => (this.logAlone, this.logAfter, this.logBefore, this.mask) = (logAlone, logAfter, logBefore, mask);

    /// <summary>Counts sentences.</summary>
    /// <param name="sentences">Tokens: (N, T), int64.</param>
    /// <param name="vocabularySize">V.</param>
    /// <param name="firstOrdinary">The first token that may be predicted.</param>
    /// <param name="mask">The token that hides another.</param>
    /// <param name="smoothing">a, added to every count; above 0.</param>
    /// <exception cref="ArgumentException">A token is out of the vocabulary, none is ordinary, or the smoothing is not positive.</exception>
    public static NeighbourCounts Of(Tensor sentences, int vocabularySize, int firstOrdinary, long mask, double smoothing = 0.1)
    {
        smoothing.RequirePositive();
        var (rows, length) = (sentences.RequireMatrix(1, 1).shape[0], sentences.shape[1]);
        using var plain = sentences.cpu().to(ScalarType.Int64).contiguous();
        var all = plain.data<long>().ToArray();
        if (all.FirstOrDefault(token => token < 0 || token >= vocabularySize, -1) is >= 0 and var off) throw new ArgumentException($"{nameof(sentences)}: expected numbers from 0 to {vocabularySize - 1}, got {off}.", nameof(sentences));
        if (all.All(token => token < firstOrdinary)) throw new ArgumentException($"{nameof(sentences)}: expected an ordinary token or more, all are special.", nameof(sentences));
        var (alone, after, before) = (new double[vocabularySize], new double[vocabularySize, vocabularySize], new double[vocabularySize, vocabularySize]);
        for (var i = 0L; i < rows * length; i++)
        {
            if (all[i] < firstOrdinary) continue;
            alone[all[i]]++;
            if (i % length > 0) after[all[i - 1], all[i]]++;
            if (i % length < length - 1) before[all[i + 1], all[i]]++;
        }
        var total = alone.Sum() + smoothing * (vocabularySize - firstOrdinary);
        double[] p = [.. alone.Select((count, w) => w < firstOrdinary ? 0 : (count + smoothing) / total)];
        return new([.. p.Select(share => Math.Log(share))], Given(after), Given(before), mask);

        double[,] Given(double[,] counts)
        {
            var log = new double[vocabularySize, vocabularySize];
            for (var v = 0; v < vocabularySize; v++)
            {
                var sum = 0.0;
                for (var w = 0; w < vocabularySize; w++) sum += counts[v, w];
                for (var w = 0; w < vocabularySize; w++) log[v, w] = Math.Log((counts[v, w] + smoothing * vocabularySize * p[w]) / (sum + smoothing * vocabularySize));
            }
            return log;
        }
    }

    /// <summary>log p of every token, in nats, whatever stands around: (V), float64; −∞ for special ones.</summary>
    public double[] Unigram() => [.. logAlone];

    /// <summary>The share of the selected tokens that a guess names rightly, and −log p of them, in nats a token, by one of three kinds of counting.</summary>
    /// <param name="masked">Sentences with holes.</param>
    /// <param name="kind">What is looked at.</param>
    /// <exception cref="ArgumentException">No token is selected.</exception>
    public (double Accuracy, double Nats) Judge(MaskedTokens masked, Neighbours kind)
    {
        var length = masked.Inputs.RequireMatrix(1, 1).shape[1];
        using var inputs = masked.Inputs.cpu().contiguous();
        using var targets = masked.Targets.cpu().contiguous();
        using var selected = masked.Selected.cpu().contiguous();
        var (read, wanted, asked) = (inputs.data<long>().ToArray(), targets.data<long>().ToArray(), selected.data<bool>().ToArray());
        var (right, nats, count) = (0, 0.0, 0);
        for (var i = 0; i < asked.Length; i++)
        {
            if (!asked[i]) continue;
            var before = kind != Neighbours.None && i % length > 0 && read[i - 1] != mask ? read[i - 1] : -1;
            var behind = kind == Neighbours.Both && i % length < length - 1 && read[i + 1] != mask ? read[i + 1] : -1;
            var scores = Scores(before, behind);
            count++;
            if (Array.IndexOf(scores, scores.Max()) == wanted[i]) right++;
            var most = scores.Max();
            nats += most + Math.Log(scores.Sum(score => Math.Exp(score - most))) - scores[wanted[i]];
        }
        return count > 0 ? ((double)right / count, nats / count) : throw new ArgumentException($"{nameof(masked)}: expected a selected token or more, got none.", nameof(masked));
    }

    private double[] Scores(long before, long behind)
    {
        var scores = new double[logAlone.Length];
        for (var w = 0; w < scores.Length; w++)
            scores[w] = double.IsNegativeInfinity(logAlone[w]) ? double.NegativeInfinity : (before, behind) switch
            {
                ( < 0, < 0) => logAlone[w],
                (_, < 0) => logAfter[before, w],
                ( < 0, _) => logBefore[behind, w],
                _ => logAfter[before, w] + logBefore[behind, w] - logAlone[w],
            };
        return scores;
    }
}

/// <summary>What a counting baseline looks at.</summary>
public enum Neighbours
{
    /// <summary>Nothing: the most frequent token.</summary>
    None,

    /// <summary>The token before: a bigram.</summary>
    Before,

    /// <summary>The tokens on both sides.</summary>
    Both,
}
