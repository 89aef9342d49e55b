using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How differently two groups fare under a decision: four notions of fairness, some of which exclude each other.</summary>
/// <remarks>
/// With ŷ the decision, y the label and s the group. Hardt, Price and Srebro, "Equality of opportunity in supervised learning" (2016), arXiv:1610.02413; Chouldechova, "Fair prediction with
/// disparate impact" (2017), arXiv:1703.00056: equal hits, equal false alarms above 0 and equal precision exclude each other where base rates differ. Discrimination as in Zemel et al., "Learning fair representations" (2013). Notebook 17.
/// </remarks>
/// <param name="Accuracy">⟨1[ŷ = y]⟩.</param>
/// <param name="Discrimination">|⟨ŷ⟩₀ − ⟨ŷ⟩₁|, between the groups: 0 is demographic parity, whatever y.</param>
/// <param name="OpportunityGap">|p(ŷ = 1 | y = 1, s = 0) − p(ŷ = 1 | y = 1, s = 1)|: 0 is equality of opportunity; NaN where a group has no y = 1.</param>
/// <param name="FalseAlarmGap">|p(ŷ = 1 | y = 0, s = 0) − p(ŷ = 1 | y = 0, s = 1)|: with the one before, 0 is equalised odds; NaN where a group has no y = 0.</param>
/// <param name="PrecisionGap">|p(y = 1 | ŷ = 1, s = 0) − p(y = 1 | ŷ = 1, s = 1)|: 0 is predictive parity; NaN where a group has no ŷ = 1.</param>
public sealed record GroupFairness(double Accuracy, double Discrimination, double OpportunityGap, double FalseAlarmGap, double PrecisionGap)
{
    /// <summary>Of decisions, labels and groups, each 0 or 1: three times (N), int64.</summary>
    /// <exception cref="ArgumentException">Shapes differ, a number is neither 0 nor 1, or there are not people of both groups.</exception>
    public static GroupFairness Of(Tensor decisions, Tensor labels, Tensor groups)
    {
        var n = groups.shape[0];
        decisions.RequireLabels(n);
        labels.RequireLabels(n);
        groups.RequireLabels(n);
        foreach (var (numbers, name) in new[] { (decisions, nameof(decisions)), (labels, nameof(labels)), (groups, nameof(groups)) })
            if (n == 0 || numbers.max().ToInt64() > 1) throw new ArgumentException($"{name}: expected numbers 0 and 1, one or more, got {(n == 0 ? "none" : numbers.max().ToInt64())}.", name);
        using var scope = NewDisposeScope();
        var (ŷ, y, s) = (decisions.eq(1), labels.eq(1), groups.eq(1));
        if (s.all().ToBoolean() || !s.any().ToBoolean()) throw new ArgumentException($"{nameof(groups)}: expected people of both groups, got one.", nameof(groups));
        return new(ŷ.eq(y).to(float64).mean().ToDouble(), Gap(ŷ, ones_like(y)), Gap(ŷ, y), Gap(ŷ, y.logical_not()), Gap(y, ŷ));

        double Gap(Tensor of, Tensor among) => Math.Abs(Share(of, among.logical_and(s)) - Share(of, among.logical_and(s.logical_not())));
        static double Share(Tensor of, Tensor among) => of.logical_and(among).sum().ToDouble() / among.sum().ToDouble();
    }
}
