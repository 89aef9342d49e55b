using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How often one can tell, from differences between codes, which factor two examples share: Higgins' score, in [1/F, 1] but for chance.</summary>
/// <remarks>
/// Pairs of examples share the value of one factor k and differ at random in the others; ⟨|z − z′|⟩ over some pairs is one point, k its label, and a
/// linear classifier has to name k. The more a number of the code stands still where its factor does, the easier; but a rotated code can be told,
/// too, as soon as its factors differ in spread. Higgins et al., "β-VAE" (2017), §3 and appendix A.2. Notebook 16.
/// </remarks>
public static class BetaVaeScore
{
    /// <summary>The share of new points whose factor is named rightly; 1/F is chance.</summary>
    /// <param name="codes">(N, L): every combination of factors, or draws of them.</param>
    /// <param name="factors">The number of each factor's value, int64: (N, F).</param>
    /// <param name="random">Where the pairs come from.</param>
    /// <param name="pairs">Pairs that one point is the mean of. Default: 64.</param>
    /// <param name="points">Points to learn from, and as many to be judged by. Default: 500.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a count is below 1.</exception>
    public static double Of(Tensor codes, Tensor factors, Generator random, int pairs = 64, int points = 500)
    {
        var table = new FactorTable(codes, factors);
        pairs.RequireSize();
        points.RequireSize();
        using var scope = NewDisposeScope();
        var (learnt, labels) = Points(table, random, pairs, points);
        var (fresh, truth) = Points(table, random, pairs, points);
        using var probe = LinearProbe.Fit(learnt, labels, table.Factors, penalty: 1e-4);
        return probe.Accuracy(fresh, truth);
    }

    private static (Tensor Points, Tensor Labels) Points(FactorTable table, Generator random, int pairs, int points)
    {
        var which = FactorTable.Below(table.Factors, points, random);
        var ones = FactorTable.Below(table.Rows, checked(points * pairs), random);
        var others = FactorTable.Below(int.MaxValue, points * pairs, random);
        var means = new double[points * table.Numbers];
        for (var i = 0; i < points * pairs; i++)
        {
            var point = i / pairs;
            var sharing = table.Having(which[point], table.Value(ones[i], which[point]));
            var one = table.Code(ones[i]);
            var other = table.Code(sharing[others[i] % sharing.Length]);
            for (var j = 0; j < table.Numbers; j++) means[point * table.Numbers + j] += Math.Abs(one[j] - other[j]) / pairs;
        }
        return (tensor(means, [points, table.Numbers], dtype: float32), tensor(Array.ConvertAll(which, k => (long)k)));
    }
}
