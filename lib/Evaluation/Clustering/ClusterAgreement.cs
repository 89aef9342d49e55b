using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>Whether two ways of sorting the same things agree, whatever the groups are called: 1 if they are the same.</summary>
public static class ClusterAgreement
{
    /// <summary>NMI = 2 I(A; B) / (H(A) + H(B)), in [0, 1]; 1 if both put everything into one group.</summary>
    /// <remarks>Strehl and Ghosh, "Cluster ensembles" (2002), with the arithmetic mean of the entropies. Many small groups raise it by chance.</remarks>
    /// <param name="first">Group numbers, int64: (N).</param>
    /// <param name="second">Group numbers, int64: (N).</param>
    /// <exception cref="ArgumentException">There is nothing, or the lengths differ.</exception>
    public static double NormalisedMutualInformation(Tensor first, Tensor second)
    {
        var (pairs, rows, columns, n) = Count(first, second);
        var (h1, h2) = (Entropy(rows.Values, n), Entropy(columns.Values, n));
        if (h1 + h2 == 0) return 1;
        var information = pairs.Sum(pair => pair.Value / n * Math.Log(pair.Value * n / (rows[pair.Key.Row] * columns[pair.Key.Column])));
        return Math.Max(0, 2 * information / (h1 + h2));
    }

    /// <summary>ARI: the share of pairs on which both agree, less what chance gives; 0 by chance, below 0 worse than that.</summary>
    /// <remarks>(Σ C(nᵢⱼ, 2) − E) / (½(Σ C(aᵢ, 2) + Σ C(bⱼ, 2)) − E), E = Σ C(aᵢ, 2) Σ C(bⱼ, 2) / C(n, 2). Hubert and Arabie, "Comparing partitions" (1985), eq. 5.</remarks>
    /// <param name="first">Group numbers, int64: (N).</param>
    /// <param name="second">Group numbers, int64: (N).</param>
    /// <exception cref="ArgumentException">There is nothing, or the lengths differ.</exception>
    public static double AdjustedRandIndex(Tensor first, Tensor second)
    {
        var (pairs, rows, columns, n) = Count(first, second);
        var (together, a, b) = (pairs.Values.Sum(Pairs), rows.Values.Sum(Pairs), columns.Values.Sum(Pairs));
        var chance = n > 1 ? a * b / Pairs(n) : 0;
        var most = (a + b) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);          // equal only if both are trivial, and then the same
    }

    private static double Pairs(double count) => count * (count - 1) / 2;

    private static double Entropy(IEnumerable<double> counts, double n) => -counts.Sum(count => count / n * Math.Log(count / n));

    private static (Dictionary<(long Row, long Column), double> Pairs, Dictionary<long, double> Rows, Dictionary<long, double> Columns, double N) Count(Tensor first, Tensor second)
    {
        if (first.numel() == 0) throw new ArgumentException($"{nameof(first)}: expected one thing or more, got none.", nameof(first));
        if (first.dim() != 1 || !first.shape.SequenceEqual(second.shape))
            throw new ArgumentException($"{nameof(second)}: expected one group number for each of ({string.Join(", ", first.shape)}) things, got ({string.Join(", ", second.shape)}).", nameof(second));
        var (a, b) = (Numbers(first), Numbers(second));
        return (Tally(a.Zip(b)), Tally(a), Tally(b), a.Length);
    }

    private static Dictionary<TKey, double> Tally<TKey>(IEnumerable<TKey> keys) where TKey : notnull =>
        keys.GroupBy(key => key).ToDictionary(group => group.Key, group => (double)group.Count());

    private static long[] Numbers(Tensor groups)
    {
        using var plain = groups.to(int64).cpu().contiguous();
        return plain.data<long>().ToArray();
    }
}
