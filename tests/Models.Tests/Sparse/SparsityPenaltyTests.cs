using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class SparsityPenaltyTests
{
    [Fact]
    public void The_three_penalties_agree_with_sums_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var code = tensor(new[,] { { 1.0, -2.0, 0.0 }, { 0.5, 0.0, 0.0 } });
        Assert.Equal(0.1 * (3 + 0.5) / 2, new L1Penalty(0.1).Of(code).ToDouble(), 12);
        Assert.Equal(0.1 * (5 + 0.25) / 2, new L2Penalty(0.1).Of(code).ToDouble(), 12);
        var on = tensor(new[,] { { 0.5, 0.1 }, { 0.9, 0.3 } });                       // ρ̂ = 0.7, 0.2
        var first = 0.2 * Math.Log(0.2 / 0.7) + 0.8 * Math.Log(0.8 / 0.3);
        Assert.Equal(3 * first, new KlPenalty(0.2, 3).Of(on).ToDouble(), 12);          // the second unit is on target and pays nothing
    }

    [Theory]
    [InlineData(0.1, 0.1, 0)]
    [InlineData(0.1, 0.5, 0.36806420716849187)]      // 0.1 log 0.2 + 0.9 log 1.8
    [InlineData(0.5, 0.1, 0.5108256237659907)]       // ½ log 5 + ½ log(5/9) = log(5/3): the other way round is another number
    [InlineData(0.5, 0.25, 0.14384103622589045)]     // ½ log 2 + ½ log ⅔
    public void The_divergence_between_two_coins_is_as_worked_by_hand(double rho, double mean, double nats)
    {
        using var activation = tensor(mean);
        Assert.Equal(nats, new KlPenalty(rho, 1).Divergence(activation).ToDouble(), 12);
    }

    [Fact]
    public void The_divergence_stays_finite_for_units_that_are_always_off_or_on()
    {
        using var scope = NewDisposeScope();
        var code = tensor(new[,] { { 0.0, 1.0 } }).requires_grad_();
        var value = new KlPenalty(0.05, 1).Of(code);
        value.backward();
        Assert.True(double.IsFinite(value.ToDouble()) && code.grad!.isfinite().all().ToBoolean());
    }

    [Fact]
    public void The_gradient_of_each_penalty_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        foreach (var penalty in (SparsityPenalty[])[new L1Penalty(0.3), new L2Penalty(0.3), new KlPenalty(0.1, 3)])
        {
            var code = (0.05 + 0.9 * rand(4, 3, dtype: ScalarType.Float64, generator: new Generator(1))).requires_grad_();
            Assert.InRange(Gradients.Disagreement(() => penalty.Of(code), code), 0, 1e-7);
        }
    }

    // Worked by hand: −log Laplace(u; 0, 1/λ) = λ|u| + log(2/λ), −log N(u; 0, 1/(2λ)) = λu² + ½ log(π/λ).
    [Fact]
    public void L1_is_a_Laplace_prior_and_L2_a_Gaussian_one_up_to_a_constant()
    {
        using var scope = NewDisposeScope();
        const double lambda = 0.7;
        var code = randn(5, 4, dtype: ScalarType.Float64, generator: new Generator(2));
        var zero = zeros(1, dtype: ScalarType.Float64);
        var laplace = -distributions.Laplace(zero, zero + 1 / lambda).log_prob(code).sum(1).mean();
        var normal = -distributions.Normal(zero, zero + Math.Sqrt(0.5 / lambda)).log_prob(code).sum(1).mean();
        Assert.Equal(laplace.ToDouble(), new L1Penalty(lambda).Of(code).ToDouble() + 4 * Math.Log(2 / lambda), 10);
        Assert.Equal(normal.ToDouble(), new L2Penalty(lambda).Of(code).ToDouble() + 2 * Math.Log(Math.PI / lambda), 10);
    }

    // The lecture prints (1 − ρ) log((1 − ρ)/c̄) where 1 − c̄ belongs: the sum is −log c̄ − H(ρ), which falls with c̄ to the very end.
    [Theory]
    [InlineData(0.05, 2.80)]
    [InlineData(0.5, 0.49)]
    [InlineData(0.99, -0.19)]
    public void The_divergence_as_the_lecture_prints_it_only_falls_and_ours_turns_at_the_target(double mean, double printed)
    {
        const double rho = 0.05;
        var asPrinted = rho * Math.Log(rho / mean) + (1 - rho) * Math.Log((1 - rho) / mean);
        Assert.Equal(printed, asPrinted, 0.006);
        Assert.Equal(-Math.Log(mean) + rho * Math.Log(rho) + (1 - rho) * Math.Log(1 - rho), asPrinted, 12);
        using var scope = NewDisposeScope();
        var at = tensor(mean).requires_grad_();
        new KlPenalty(rho, 1).Divergence(at).backward();
        Assert.Equal(-rho / mean + (1 - rho) / (1 - mean), at.grad!.ToDouble(), 8);     // 0 at c̄ = ρ, positive above
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_target_outside_the_open_interval_is_refused(double rho) =>
        Assert.StartsWith("target: expected ρ strictly between 0 and 1, got", Assert.Throws<ArgumentException>(() => new KlPenalty(rho, 1)).Message);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void A_negative_or_endless_weight_is_refused(double weight)
    {
        foreach (var make in (Func<SparsityPenalty>[])[() => new L1Penalty(weight), () => new L2Penalty(weight), () => new KlPenalty(0.1, weight)])
            Assert.StartsWith("weight: expected 0 or more, got", Assert.Throws<ArgumentException>(make).Message);
    }

    [Fact]
    public void The_divergence_refuses_codes_that_are_no_probabilities()
    {
        using var code = tensor(new[,] { { 0.2, 1.5 } });
        Assert.StartsWith("code: expected numbers in [0, 1], got 0.2 to 1.5.", Assert.Throws<ArgumentException>(() => new KlPenalty(0.1, 1).Of(code)).Message);
    }
}
