using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How much better the best single number of a code predicts a factor than the second best does: SAP, in [0, 1].</summary>
/// <remarks>
/// S(j, k) is the share of variance that a line through (zⱼ, vₖ) explains, r². For a factor without order, where the paper takes the accuracy of a
/// threshold, it is here η² = Var(E[zⱼ | vₖ]) / Var(zⱼ), the share of zⱼ that the classes explain. Kumar, Sattigeri and Balakrishnan, "Variational
/// inference of disentangled latent concepts from unlabeled observations" (2018), arXiv:1711.00848, §3. Notebook 16.
/// </remarks>
/// <param name="Score">SAP, the mean of the gaps.</param>
/// <param name="Gaps">The gap of each factor: (F).</param>
/// <param name="Predictability">S: (L, F).</param>
public sealed record SeparatedAttributePredictability(double Score, IReadOnlyList<double> Gaps, double[,] Predictability)
{
    private const double Dead = 1e-12;

    /// <summary>The score.</summary>
    /// <param name="codes">(N, L).</param>
    /// <param name="factors">The number of each factor's value, int64: (N, F).</param>
    /// <param name="unordered">The factors whose numbers are names only, as shape, or a direction, which comes round again. Default: none.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, or there is no such factor.</exception>
    public static SeparatedAttributePredictability Of(Tensor codes, Tensor factors, IReadOnlyList<int>? unordered = null)
    {
        var table = new FactorTable(codes, factors);
        if (unordered?.Any(k => k < 0 || k >= table.Factors) ?? false)
            throw new ArgumentException($"{nameof(unordered)}: expected factors from 0 to {table.Factors - 1}, got {string.Join(", ", unordered)}.", nameof(unordered));
        var explained = new double[table.Numbers, table.Factors];
        for (var j = 0; j < table.Numbers; j++)
        {
            var numbers = table.Column(j);
            for (var k = 0; k < table.Factors; k++)
                explained[j, k] = unordered?.Contains(k) ?? false ? OfClasses(numbers, table.Factor(k)) : OfLine(numbers, table.Factor(k));
        }
        var gaps = Enumerable.Range(0, table.Factors).Select(k => Gap(explained, k)).ToArray();
        return new(gaps.Average(), gaps, explained);
    }

    private static double OfLine(double[] z, int[] v)
    {
        var (meanZ, meanV) = (z.Average(), v.Average());
        var (zz, vv, zv) = (0.0, 0.0, 0.0);
        for (var i = 0; i < z.Length; i++)
        {
            var (a, b) = (z[i] - meanZ, v[i] - meanV);
            (zz, vv, zv) = (zz + a * a, vv + b * b, zv + a * b);
        }
        return zz / z.Length > Dead ? zv * zv / (zz * vv) : 0;
    }

    private static double OfClasses(double[] z, int[] v)
    {
        var mean = z.Average();
        var total = z.Sum(number => (number - mean) * (number - mean));
        var between = z.Zip(v).GroupBy(pair => pair.Second).Sum(group => group.Count() * Math.Pow(group.Average(pair => pair.First) - mean, 2));
        return total / z.Length > Dead ? between / total : 0;
    }

    private static double Gap(double[,] explained, int factor)
    {
        var falling = Enumerable.Range(0, explained.GetLength(0)).Select(j => explained[j, factor]).OrderDescending().ToArray();
        return falling[0] - (falling.Length > 1 ? falling[1] : 0);
    }
}
