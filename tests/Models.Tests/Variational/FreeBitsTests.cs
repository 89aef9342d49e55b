using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class FreeBitsTests
{
    // ⟨KL⟩ of the three numbers: ½⟨μ²⟩ with σ = 1, that is 0.25, 0.045 and 1.
    private static Tensor Means => tensor(new[,] { { 1.0, 0.3, 2.0 }, { 0.0, -0.3, 0.0 } });

    [Theory]
    [InlineData(0, 1.295)]                      // 0.25 + 0.045 + 1
    [InlineData(0.1, 1.35)]                     // 0.25 + 0.1 + 1
    [InlineData(0.5, 2)]                        // 0.5 + 0.5 + 1
    public void Each_number_pays_at_least_its_allowance_as_worked_by_hand(double nats, double expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, FreeBits.Divergence(new(Means, zeros_like(Means)), nats).ToDouble(), 12);
    }

    [Fact]
    public void Below_its_allowance_a_number_has_no_gradient()
    {
        using var scope = NewDisposeScope();
        var mean = Means.requires_grad_();
        FreeBits.Divergence(new(mean, zeros_like(mean)), 0.1).backward();
        Assert.True(mean.grad!.allclose(tensor(new[,] { { 0.5, 0.0, 1.0 }, { 0.0, 0.0, 0.0 } }), 1e-12, 1e-12));       // ∂ ½μ²/2 = μ/2
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void An_allowance_is_a_number_from_nothing_up(double nats) =>
        Assert.Throws<ArgumentException>(() => FreeBits.Divergence(DiagonalGaussian.Standard(2, 3), nats));
}
