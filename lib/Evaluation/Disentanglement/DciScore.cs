using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>Disentanglement, completeness and informativeness: of each number of the code how few factors it serves, of each factor how few numbers it needs, and how well all together name it.</summary>
/// <remarks>
/// R(j, k) is how much number j counts where factor k is predicted. D = Σⱼ ρⱼ (1 − H_F(R(j, ·))) and C = Σₖ ρₖ (1 − H_L(R(·, k))), with entropies to
/// the base of their length and ρ the share of R. Eastwood and Williams, "A framework for the quantitative evaluation of disentangled
/// representations" (2018), §2. They predict by a lasso and by a random forest; here it is softmax regression on standardised numbers
/// (<see cref="LinearProbe"/>), R(j, k) the mean of |W| over the values of factor k: what is not linear in the code, it does not see. Notebook 16.
/// </remarks>
/// <param name="Disentanglement">D, in [0, 1]; 0 where no number counts, and 1 where there is one factor only, which every number serves.</param>
/// <param name="Completeness">C, in [0, 1]; 0 where no number counts.</param>
/// <param name="Informativeness">The share of values named rightly, mean over the factors, on the codes that were not learnt from; in [0, 1].</param>
/// <param name="Importance">R: (L, F).</param>
public sealed record DciScore(double Disentanglement, double Completeness, double Informativeness, double[,] Importance)
{
    private const double Nothing = 1e-6, Dead = 1e-12;

    /// <summary>The three.</summary>
    /// <param name="codes">(N, L) with N ≥ 4.</param>
    /// <param name="factors">The number of each factor's value, int64: (N, F).</param>
    /// <param name="random">Which codes are learnt from.</param>
    /// <param name="most">At most so many codes are learnt from, half of them if there are fewer than twice as many. Default: 2,000.</param>
    /// <param name="iterations">At most so many steps for one factor. Default: 100.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a count is below 1.</exception>
    public static DciScore Of(Tensor codes, Tensor factors, Generator random, int most = 2000, int iterations = 100)
    {
        var table = new FactorTable(codes.RequireMatrix(4), factors);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var learnt = Math.Min(most.RequireSize(), table.Rows / 2);
        var order = randperm(table.Rows, generator: random).to(codes.device);
        var (mine, fresh) = (order.narrow(0, 0, learnt), order.narrow(0, learnt, Math.Min(learnt, table.Rows - learnt)));
        var spread = table.Variances([.. Enumerable.Range(0, table.Rows)]);           // a number that never changes tells nothing, whatever its weight
        var importance = new double[table.Numbers, table.Factors];
        var right = 0.0;
        for (var k = 0; k < table.Factors; k++)
        {
            var labels = factors.select(1, k);
            using var probe = LinearProbe.Fit(codes.index_select(0, mine), labels.index_select(0, mine), table.Factor(k).Max() + 1, iterations: iterations);
            var counts = probe.Weight.abs().mean([0]).to(float64).cpu().data<double>().ToArray();
            for (var j = 0; j < table.Numbers; j++) importance[j, k] = spread[j] > Dead && counts[j] > Nothing ? counts[j] : 0;
            right += probe.Accuracy(codes.index_select(0, fresh), labels.index_select(0, fresh)) / table.Factors;
        }
        return new(Purity(importance, table.Numbers, table.Factors, (j, k) => (j, k)), Purity(importance, table.Factors, table.Numbers, (k, j) => (j, k)), right, importance);
    }

    // Σᵢ ρᵢ (1 − H(R(i, ·))): how nearly each of so many rows has one entry only; row and entry are found in R by place.
    private static double Purity(double[,] importance, int rows, int entries, Func<int, int, (int J, int K)> place)
    {
        var all = importance.Cast<double>().Sum();
        if (all == 0) return 0;
        if (entries == 1) return 1;
        return Enumerable.Range(0, rows).Sum(i =>
        {
            var row = Enumerable.Range(0, entries).Select(e => importance[place(i, e).J, place(i, e).K]).ToArray();
            var sum = row.Sum();
            return sum / all * (1 + row.Where(count => count > 0).Sum(count => count / sum * Math.Log(count / sum)) / Math.Log(entries));
        });
    }
}
