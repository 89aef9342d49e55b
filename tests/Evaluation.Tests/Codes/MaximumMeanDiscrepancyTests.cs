using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class MaximumMeanDiscrepancyTests
{
    [Fact]
    public void Two_codes_at_zero_are_as_far_from_the_prior_as_worked_by_hand()
    {
        // K = 1, ℓ = 1: k(0, 0) − 2 √(1/2) + √(1/3).
        using var codes = zeros(2, 1);
        Assert.Equal(1 - Math.Sqrt(2) + Math.Sqrt(1 / 3.0), MaximumMeanDiscrepancy.ToStandardNormal(codes), 12);
    }

    [Fact]
    public void Two_codes_of_two_numbers_too()
    {
        // K = 2, ℓ² = 2, u = (1, 0) and (−1, 0): e⁻¹ − 2 (2/3) e^(−1/6) + 2/4.
        using var codes = tensor(new double[,] { { 1, 0 }, { -1, 0 } });
        Assert.Equal(Math.Exp(-1) - 4 / 3.0 * Math.Exp(-1 / 6.0) + 0.5, MaximumMeanDiscrepancy.ToStandardNormal(codes), 12);
    }

    [Theory]
    [InlineData(0, 0, 2, 2, 1.7293294335267746)]       // 1 + 1 − 2 e⁻²
    [InlineData(0, 2, 1, 1, -0.07772603618865458)]     // e⁻² + 1 − 2 e^(−1/2): unbiased, so it may fall below 0
    [InlineData(0, 2, 0, 2, -0.8646647167633873)]      // 2 e⁻² − (1 + e⁻²)
    public void Two_clouds_differ_as_worked_by_hand(double a, double b, double c, double d, double expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, MaximumMeanDiscrepancy.Between(tensor(new[,] { { a }, { b } }), tensor(new[,] { { c }, { d } })), 12);
    }

    [Fact]
    public void The_closed_form_is_what_many_draws_from_the_prior_come_to()
    {
        using var scope = NewDisposeScope();
        var codes = 0.5 + 0.3 * randn([50, 3], dtype: float64, generator: new Generator(1));
        var drawn = MaximumMeanDiscrepancy.Between(codes, randn([8000, 3], dtype: float64, generator: new Generator(2)));
        Assert.Equal(drawn, MaximumMeanDiscrepancy.ToStandardNormal(codes), 0.005);
    }

    [Fact]
    public void Over_many_clouds_from_the_prior_itself_the_mean_is_zero()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(5);
        var found = Enumerable.Range(0, 400).Select(_ => MaximumMeanDiscrepancy.ToStandardNormal(randn([20, 3], dtype: float64, generator: random))).ToArray();
        var error = Math.Sqrt(found.Select(value => value * value).Average() / found.Length);
        Assert.InRange(found.Average(), -4 * error, 4 * error);
        Assert.Contains(found, value => value < 0);
    }

    [Fact]
    public void One_code_or_no_width_is_refused()
    {
        Assert.StartsWith("codes: expected (N, K) with N ≥ 2 and K ≥ 1, got (1, 2).", Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.ToStandardNormal(zeros(1, 2))).Message);
        Assert.StartsWith("width: expected a positive number, got 0.", Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.ToStandardNormal(zeros(2, 2), 0)).Message);
        Assert.StartsWith("second: expected 2 numbers a point, got 3.", Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.Between(zeros(2, 2), zeros(2, 3))).Message);
    }
}
