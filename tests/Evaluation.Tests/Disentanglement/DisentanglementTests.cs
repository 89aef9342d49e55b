using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

/// <summary>All scores on codes whose answer is 0 or 1, or worked by hand.</summary>
public class DisentanglementTests
{
    [Fact]
    public void A_code_that_is_the_factors_has_every_score_one()
    {
        using var scope = NewDisposeScope();
        var (codes, factors) = (ToyFactors.Themselves(), ToyFactors.All());
        Assert.Equal(1, BetaVaeScore.Of(codes, factors, new Generator(1)));
        Assert.Equal(1, FactorVaeScore.Of(codes, factors, new Generator(1)));
        Assert.Equal(1, MutualInformationGap.Of(codes, factors).Score, 12);
        Assert.Equal(1, SeparatedAttributePredictability.Of(codes, factors).Score, 12);
        var dci = DciScore.Of(cat([codes, codes]), cat([factors, factors]), new Generator(1), most: 360);
        Assert.InRange(dci.Disentanglement, 0.9, 1);
        Assert.InRange(dci.Completeness, 0.9, 1);
    }

    [Fact]
    public void On_all_combinations_importances_of_other_factors_are_nothing()
    {
        using var scope = NewDisposeScope();
        var (codes, factors) = (ToyFactors.Themselves(), ToyFactors.All());
        using var probe = LinearProbe.Fit(codes, factors.select(1, 2));
        var counts = probe.Weight.abs().mean([0]);
        Assert.True(counts[2].ToDouble() > 1);
        Assert.InRange((counts.sum() - counts[2]).ToDouble(), 0, 1e-4);
    }

    [Fact]
    public void A_code_that_mixes_all_factors_equally_has_no_gap_and_chance_elsewhere()
    {
        using var scope = NewDisposeScope();
        var (codes, factors) = (ToyFactors.Mixed(), ToyFactors.All());
        Assert.InRange(BetaVaeScore.Of(codes, factors, new Generator(1)), 0.15, 0.55);
        Assert.InRange(FactorVaeScore.Of(codes, factors, new Generator(1)), 0.1, 0.45);
        Assert.InRange(MutualInformationGap.Of(codes, factors).Score, 0, 0.1);
        Assert.Equal(0, SeparatedAttributePredictability.Of(codes, factors).Score, 12);       // r² = ¼ of every number
        Assert.InRange(DciScore.Of(codes, factors, new Generator(1)).Disentanglement, 0, 0.2);
    }

    [Fact]
    public void A_code_that_says_nothing_is_chance()
    {
        using var scope = NewDisposeScope();
        var (codes, factors) = (ToyFactors.Constant(), ToyFactors.All());
        Assert.Equal(0.25, BetaVaeScore.Of(codes, factors, new Generator(1)), 0.1);
        Assert.Equal(0.25, FactorVaeScore.Of(codes, factors, new Generator(1)), 0.1);
        Assert.Equal(0, MutualInformationGap.Of(codes, factors).Score);
        Assert.Equal(0, SeparatedAttributePredictability.Of(codes, factors, [0]).Score);
        var dci = DciScore.Of(codes, factors, new Generator(1));
        Assert.Equal((0, 0), (dci.Disentanglement, dci.Completeness));
        Assert.InRange(dci.Informativeness, 0.1, 0.4);                               // the mean of 1/3, 1/4, 1/5, 1/6 is 0.24
    }

    [Fact]
    public void A_code_that_has_everything_twice_has_no_gap_though_each_number_holds_one_factor()
    {
        using var scope = NewDisposeScope();
        var (codes, factors) = (ToyFactors.Twice(), ToyFactors.All());
        Assert.Equal(1, BetaVaeScore.Of(codes, factors, new Generator(1)));
        Assert.Equal(1, FactorVaeScore.Of(codes, factors, new Generator(1)));
        Assert.Equal(0, MutualInformationGap.Of(codes, factors).Score, 12);
        Assert.Equal(0, SeparatedAttributePredictability.Of(codes, factors).Score, 12);
        var dci = DciScore.Of(cat([codes, codes]), cat([factors, factors]), new Generator(1), most: 360);
        Assert.InRange(dci.Disentanglement, 0.9, 1);
        Assert.InRange(dci.Completeness, 0.5, 0.7);                                  // two of eight: 1 − log 2/log 8 = 2/3
    }

    [Fact]
    public void Order_sign_and_scale_of_the_numbers_do_not_count()
    {
        using var scope = NewDisposeScope();
        var factors = ToyFactors.All();
        var codes = ToyFactors.Themselves() + 0.6 * ToyFactors.Mixed();
        var other = ToyFactors.Rearranged(codes);
        Assert.Equal(FactorVaeScore.Of(codes, factors, new Generator(1)), FactorVaeScore.Of(other, factors, new Generator(1)), 12);
        Assert.Equal(BetaVaeScore.Of(codes, factors, new Generator(1)), BetaVaeScore.Of(other, factors, new Generator(1)), 0.02);
        Assert.Equal(MutualInformationGap.Of(codes, factors).Score, MutualInformationGap.Of(other, factors).Score, 0.05);    // a mirror moves the edges of bins
        Assert.Equal(SeparatedAttributePredictability.Of(codes, factors).Score, SeparatedAttributePredictability.Of(other, factors).Score, 12);
        var (one, two) = (DciScore.Of(codes, factors, new Generator(1)), DciScore.Of(other, factors, new Generator(1)));
        Assert.Equal(one.Disentanglement, two.Disentanglement, 0.03);
        Assert.Equal(one.Completeness, two.Completeness, 0.03);
    }

    [Fact]
    public void A_gap_is_as_worked_by_hand()
    {
        // Two factors of two values. z₁ = v₁ tells log 2 of v₁. z₂ = v₁ ∧ v₂ tells log 2 − ¾ log ... of both: H(z₂) = 0.5623, H(z₂ | v) = ½ log 2.
        using var scope = NewDisposeScope();
        var factors = tensor(new long[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
        var codes = tensor(new[,] { { 0.0, 0 }, { 0, 0 }, { 1, 0 }, { 1, 1 } });
        var shared = -0.25 * Math.Log(0.25) - 0.75 * Math.Log(0.75) - 0.5 * Math.Log(2);
        var mig = MutualInformationGap.Of(codes, factors);
        Assert.Equal(Math.Log(2), mig.Information[0, 0], 12);
        Assert.Equal(0, mig.Information[0, 1], 12);
        Assert.Equal(shared, mig.Information[1, 0], 12);
        Assert.Equal(shared, mig.Information[1, 1], 12);
        Assert.Equal([1 - shared / Math.Log(2), shared / Math.Log(2)], mig.Gaps.Select(gap => Math.Round(gap, 12)), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(0.5, mig.Score, 12);
    }

    [Fact]
    public void Shares_of_variance_are_as_worked_by_hand()
    {
        // z = v² for v = 0, 1, 2, 3 in one factor, and v mod 2 the other: Σ(z−3.5)(v−1.5) = 15, Σ(v−1.5)² = 5, Σ(z−3.5)² = 49.
        using var scope = NewDisposeScope();
        var factors = tensor(new long[,] { { 0, 0 }, { 1, 1 }, { 2, 0 }, { 3, 1 } });
        var codes = tensor(new[,] { { 0.0 }, { 1 }, { 4 }, { 9 } });
        Assert.Equal(225 / 245.0, SeparatedAttributePredictability.Of(codes, factors).Predictability[0, 0], 12);
        Assert.Equal(1, SeparatedAttributePredictability.Of(codes, factors, [0]).Predictability[0, 0], 12);
        Assert.Equal(9 / 49.0, SeparatedAttributePredictability.Of(codes, factors, [1]).Predictability[0, 1], 12);   // means 2 and 5: 4 · 1.5² of 49
    }

    [Fact]
    public void Numbers_that_hardly_move_are_left_out_of_the_votes_where_asked()
    {
        using var scope = NewDisposeScope();
        var factors = ToyFactors.All();
        var codes = cat([ToyFactors.Themselves(), 1e-3 * randn([360, 6], dtype: float64, generator: new Generator(3))], 1);
        Assert.Equal(1, FactorVaeScore.Of(codes, factors, new Generator(1), collapsed: 0.05));
    }

    [Fact]
    public void Tables_that_do_not_belong_together_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        var (codes, factors) = (ToyFactors.Themselves(), ToyFactors.All());
        Assert.Contains("factors", Assert.Throws<ArgumentException>(() => MutualInformationGap.Of(codes, factors[..100])).Message);
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => MutualInformationGap.Of(codes, codes)).Message);
        Assert.Contains("factor 1 has one value", Assert.Throws<ArgumentException>(() => MutualInformationGap.Of(codes, factors * tensor(new long[] { 1, 0, 1, 1 }))).Message);
        Assert.Contains("from 0", Assert.Throws<ArgumentException>(() => MutualInformationGap.Of(codes, factors - 1)).Message);
        Assert.Contains("bins", Assert.Throws<ArgumentException>(() => MutualInformationGap.Of(codes, factors, bins: 1)).Message);
        Assert.Contains("unordered", Assert.Throws<ArgumentException>(() => SeparatedAttributePredictability.Of(codes, factors, [4])).Message);
        Assert.Contains("pairs", Assert.Throws<ArgumentException>(() => BetaVaeScore.Of(codes, factors, new Generator(1), pairs: 0)).Message);
        Assert.Contains("votes", Assert.Throws<ArgumentException>(() => FactorVaeScore.Of(codes, factors, new Generator(1), votes: 0)).Message);
        Assert.Contains("most", Assert.Throws<ArgumentException>(() => DciScore.Of(codes, factors, new Generator(1), most: 0)).Message);
    }

    [Fact]
    public void Codes_of_a_training_that_diverged_get_no_score()
    {
        using var scope = NewDisposeScope();
        var factors = tensor(new long[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
        var codes = tensor(new[,] { { 0.0, 1 }, { 1, double.NaN }, { 2, 0 }, { 3, 1 } });
        Assert.Contains("diverge", Assert.Throws<ArgumentException>(() => MutualInformationGap.Of(codes, factors)).Message);
        Assert.Contains("diverge", Assert.Throws<ArgumentException>(() => LinearProbe.Fit(codes, factors.select(1, 0))).Message);
        Assert.Contains("diverge", Assert.Throws<ArgumentException>(() => NetworkProbe.Fit(codes, factors.select(1, 0), new Generator(1))).Message);
    }

    [Fact]
    public void A_factor_is_counted_and_not_measured()
    {
        using var scope = NewDisposeScope();
        var factors = tensor(new[,] { { 0L, 1L << 32 }, { 1, 0 } });
        Assert.Contains("0 to 9999", Assert.Throws<ArgumentException>(() => MutualInformationGap.Of(eye(2), factors)).Message);
    }
}
