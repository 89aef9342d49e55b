using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How much more the best number of a code tells of a factor than the second best does: MIG, in [0, 1].</summary>
/// <remarks>
/// MIG = 1/F Σₖ (I(z₍₁₎; vₖ) − I(z₍₂₎; vₖ)) / H(vₖ), where z₍₁₎ and z₍₂₎ are the two numbers that tell most of vₖ. Chen, Li, Grosse and Duvenaud
/// (2018), arXiv:1802.04942, §4. Here z is the mean of q(z | x), in equal bins between its smallest and largest value, as Locatello et al. (2019) do;
/// then I is a sum over a table. Bins of equal width see a code's scale: exp(z) in place of z has another gap, and a factor with more values than bins less than 1. A code that holds a factor twice has
/// no gap. Notebook 16.
/// </remarks>
/// <param name="Score">MIG.</param>
/// <param name="Gaps">The gap of each factor, over its entropy: (F).</param>
/// <param name="Information">I(zⱼ; vₖ) in nats: (L, F).</param>
/// <param name="Entropies">H(vₖ) in nats: (F).</param>
public sealed record MutualInformationGap(double Score, IReadOnlyList<double> Gaps, double[,] Information, IReadOnlyList<double> Entropies)
{
    /// <summary>The gap.</summary>
    /// <param name="codes">(N, L): every combination of factors, or draws of them.</param>
    /// <param name="factors">The number of each factor's value, int64: (N, F).</param>
    /// <param name="bins">Intervals that each number of the code is sorted into. Default: 20.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, or there are fewer than two bins.</exception>
    public static MutualInformationGap Of(Tensor codes, Tensor factors, int bins = 20)
    {
        if (bins < 2) throw new ArgumentException($"{nameof(bins)}: expected 2 or more, got {bins}.", nameof(bins));
        var table = new FactorTable(codes, factors);
        var known = Enumerable.Range(0, table.Factors).Select(table.Factor).ToArray();
        var entropies = known.Select(factor => Entropy(factor, factor)).ToArray();
        var information = new double[table.Numbers, table.Factors];
        for (var j = 0; j < table.Numbers; j++)
        {
            var sorted = Sorted(table.Column(j), bins);
            for (var k = 0; k < table.Factors; k++) information[j, k] = Between(sorted, known[k]);
        }
        var gaps = Enumerable.Range(0, table.Factors).Select(k => Gap(information, k) / entropies[k]).ToArray();
        return new(gaps.Average(), gaps, information, entropies);
    }

    /// <summary>I(a; b) = H(a) + H(b) − H(a, b), counted over examples: in nats.</summary>
    private static double Between(int[] a, int[] b) => Entropy(a, a) + Entropy(b, b) - Entropy(a, b);

    private static double Entropy(int[] a, int[] b)
    {
        var width = b.Max() + 1;
        var counts = new int[(a.Max() + 1) * width];
        for (var i = 0; i < a.Length; i++) counts[a[i] * width + b[i]]++;
        return -counts.Where(count => count > 0).Sum(count => (double)count / a.Length * Math.Log((double)count / a.Length));
    }

    // A number that never changes falls into one bin.
    private static int[] Sorted(double[] numbers, int bins)
    {
        var (low, high) = (numbers.Min(), numbers.Max());
        return high > low ? [.. numbers.Select(number => Math.Min(bins - 1, (int)(bins * ((number - low) / (high - low)))))] : new int[numbers.Length];
    }

    private static double Gap(double[,] information, int factor)
    {
        var falling = Enumerable.Range(0, information.GetLength(0)).Select(j => information[j, factor]).OrderDescending().ToArray();
        return falling[0] - (falling.Length > 1 ? falling[1] : 0);
    }
}
