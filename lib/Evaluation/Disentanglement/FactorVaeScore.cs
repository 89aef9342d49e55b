using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How often the number of the code that stands stillest says which factor was held: Kim and Mnih's score, in [1/F, 1] but for chance.</summary>
/// <remarks>
/// Some examples share the value of a factor k; of each number of their codes the variance is taken, over that of all codes, and the number with the
/// smallest votes for k. A majority of votes gives each number its factor; new votes are counted. No classifier learns anything. A factor that no
/// number holds lowers the score, as its votes go elsewhere. Kim and Mnih, "Disentangling by factorising" (2018), arXiv:1802.05983, §4. Notebook 16.
/// </remarks>
public static class FactorVaeScore
{
    private const double Dead = 1e-12;

    /// <summary>The share of new votes that name their factor; about 1/F is chance.</summary>
    /// <param name="codes">(N, L): every combination of factors, or draws of them.</param>
    /// <param name="factors">The number of each factor's value, int64: (N, F).</param>
    /// <param name="random">Where the examples come from.</param>
    /// <param name="examples">Examples behind one vote. Default: 64.</param>
    /// <param name="votes">Votes to learn from, and as many to be judged by. Default: 500.</param>
    /// <param name="collapsed">Numbers of the code whose variance is not above this are left out: of a VAE those near 0 are noise. Default: 0, none but constants.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, a count is below 1, or the variance is negative.</exception>
    public static double Of(Tensor codes, Tensor factors, Generator random, int examples = 64, int votes = 500, double collapsed = 0)
    {
        var table = new FactorTable(codes, factors);
        examples.RequireSize();
        votes.RequireSize();
        collapsed.RequireNonNegative();
        var all = table.Variances([.. Enumerable.Range(0, table.Rows)]);
        int[] alive = [.. Enumerable.Range(0, table.Numbers).Where(j => all[j] > Math.Max(Dead, collapsed))];
        var learnt = Votes().CountBy(vote => vote).GroupBy(count => count.Key.Number)
            .ToDictionary(number => number.Key, number => number.MaxBy(count => count.Value).Key.Factor);
        return Votes().Average(vote => learnt.TryGetValue(vote.Number, out var factor) && factor == vote.Factor ? 1.0 : 0);

        (int Number, int Factor)[] Votes()
        {
            var which = FactorTable.Below(table.Factors, votes, random);
            var first = FactorTable.Below(table.Rows, votes, random);
            return [.. which.Select((k, vote) =>
            {
                var sharing = table.Having(k, table.Value(first[vote], k));
                int[] rows = [.. FactorTable.Below(sharing.Length, examples, random).Select(row => sharing[row])];
                var variances = table.Variances(rows);
                return (alive.Length == 0 ? -1 : alive.MinBy(j => variances[j] / all[j]), k);
            })];
        }
    }
}
