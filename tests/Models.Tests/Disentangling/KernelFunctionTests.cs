using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class KernelFunctionTests
{
    [Fact]
    public void The_two_kernels_are_as_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new[,] { { 1.0, 2.0 } }), tensor(new[,] { { 4.0, -2.0 } }));       // 9 + 16 apart
        Assert.Equal(Math.Exp(-25 / 18.0), KernelFunction.Gaussian(3).Between(a, b).ToDouble(), 12);
        Assert.Equal(4 / 29.0, KernelFunction.InverseMultiquadratic(4).Between(a, b).ToDouble(), 12);
    }

    [Fact]
    public void A_discrepancy_is_as_worked_by_hand()
    {
        // C = 1, {0, 2} and {1, 3}: both within themselves 1/5; across 1/2, 1/10, 1/2, 1/2 of squares 1, 9, 1, 1.
        using var scope = NewDisposeScope();
        var found = KernelFunction.InverseMultiquadratic(1).Discrepancy(tensor(new[,] { { 0.0 }, { 2.0 } }), tensor(new[,] { { 1.0 }, { 3.0 } }));
        Assert.Equal(0.2 + 0.2 - 2 * (0.5 + 0.1 + 0.5 + 0.5) / 4, found.ToDouble(), 12);
    }

    [Fact]
    public void Of_two_gaussians_it_is_the_closed_form()
    {
        // E exp(−(a−b)²/2ℓ²) with a − b ~ N(m, s²) is ℓ/√(ℓ²+s²) exp(−m²/2(ℓ²+s²)).
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        const double Width = 1.3, Mean = 0.8, Deviation = 0.5;
        double Expected(double m, double s2) => Width / Math.Sqrt(Width * Width + s2) * Math.Exp(-m * m / (2 * (Width * Width + s2)));
        var closed = Expected(0, 2 * Deviation * Deviation) + Expected(0, 2) - 2 * Expected(Mean, 1 + Deviation * Deviation);
        var random = new Generator(1);
        var first = Mean + Deviation * randn(3000, 1, dtype: ScalarType.Float64, generator: random);
        var found = KernelFunction.Gaussian(Width).Discrepancy(first, randn(3000, 1, dtype: ScalarType.Float64, generator: random)).ToDouble();
        Assert.Equal(closed, found, 0.012);
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences_where_points_lie_on_each_other_too()
    {
        using var scope = NewDisposeScope();
        var points = tensor(new[,] { { 0.5, -1.0 }, { 0.5, -1.0 }, { 1.2, 0.3 } }).requires_grad_();
        var other = randn(4, 2, dtype: ScalarType.Float64, generator: new Generator(2));
        foreach (var kernel in (KernelFunction[])[KernelFunction.Gaussian(1.5), KernelFunction.InverseMultiquadratic(4)])
            Assert.InRange(Gradients.Disagreement(() => kernel.Discrepancy(points, other), points), 0, 1e-8);
    }

    [Fact]
    public void Widths_and_clouds_that_make_no_sense_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => KernelFunction.Gaussian(0));
        Assert.Throws<ArgumentException>(() => KernelFunction.InverseMultiquadratic(-1));
        Assert.Throws<ArgumentException>(() => KernelFunction.Gaussian(1).Discrepancy(zeros(1, 2), zeros(3, 2)));
        Assert.Throws<ArgumentException>(() => KernelFunction.Gaussian(1).Discrepancy(zeros(3, 2), zeros(3, 1)));
    }

    [Fact]
    public void Far_from_zero_near_codes_are_still_near()
    {
        using var scope = NewDisposeScope();
        var a = full([2, 5], 3000f);
        var b = a + 0.1f;
        Assert.Equal(Math.Exp(-0.5 * 5 * 0.01), KernelFunction.Gaussian(1).Between(a, b)[0, 0].ToDouble(), 3);
    }
}
