using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class DiagonalGaussianTests
{
    [Theory]
    [InlineData(0, 0, 0)]                       // the prior itself
    [InlineData(1, 0, 0.5)]                     // −½(1 + 0 − 1 − 1)
    [InlineData(0, 1, 0.35914091422952255)]     // ½(e − 2)
    [InlineData(-0.7, -1.2, 0.49559710595610105)]   // −½(1 − 1.2 − 0.49 − e^−1.2)
    public void The_divergence_from_the_prior_is_the_closed_form_worked_by_hand(double mean, double logVariance, double nats)
    {
        using var scope = NewDisposeScope();
        var q = new DiagonalGaussian(tensor(new[,] { { mean } }), tensor(new[,] { { logVariance } }));
        Assert.Equal(nats, q.DivergenceFromStandard().ToDouble(), 12);
    }

    [Fact]
    public void Closed_form_and_Monte_Carlo_agree_within_four_standard_errors()
    {
        using var scope = NewDisposeScope();
        var (q, p) = (Some(1), Some(2));
        var z = q.Sample(200_000, new Generator(3));
        Agree(q.LogDensity(z) - DiagonalGaussian.StandardLogDensity(z), q.DivergenceFromStandard().sum(dim: -1));
        Agree(q.LogDensity(z) - p.LogDensity(z), q.Divergence(p).sum(dim: -1));

        static void Agree(Tensor draws, Tensor exact)
        {
            var error = draws.std([0L]) / Math.Sqrt(draws.shape[0]);
            Assert.InRange(((draws.mean([0L]) - exact) / error).abs().max().ToDouble(), 0, 4);
        }
    }

    [Fact]
    public void The_divergence_from_a_standard_normal_is_that_from_any_normal_which_happens_to_be_one()
    {
        using var scope = NewDisposeScope();
        var q = Some(1);
        var standard = new DiagonalGaussian(zeros_like(q.Mean), zeros_like(q.Mean));
        Assert.True(q.Divergence(standard).allclose(q.DivergenceFromStandard(), 1e-12, 1e-12));
        Assert.Equal(0, q.Divergence(q).abs().max().ToDouble(), 12);
    }

    [Fact]
    public void Densities_are_those_of_torch()
    {
        using var scope = NewDisposeScope();
        var q = Some(1);
        var z = q.Sample(5, new Generator(4));
        var normal = distributions.Normal(q.Mean, q.Deviation);
        Assert.True(q.LogDensity(z).allclose(normal.log_prob(z).sum(dim: -1), 1e-12, 1e-12));
        var prior = distributions.Normal(zeros_like(q.Mean), ones_like(q.Mean));
        Assert.True(DiagonalGaussian.StandardLogDensity(z).allclose(prior.log_prob(z).sum(dim: -1), 1e-12, 1e-12));
    }

    [Fact]
    public void Draws_have_the_mean_and_the_deviation_and_not_the_variance_as_their_spread()
    {
        using var scope = NewDisposeScope();
        var q = Some(1);
        var z = q.Sample(100_000, new Generator(5));
        Assert.True((z.mean([0L]) - q.Mean).abs().max().ToDouble() < 0.02);
        Assert.True((z.std([0L]) / q.Deviation - 1).abs().max().ToDouble() < 0.02);
        Assert.Equal([7, 2, 3], q.Sample(7, new Generator(5)).shape);
        Assert.Throws<ArgumentException>(() => q.Sample(0, new Generator(5)));
    }

    [Fact]
    public void Gradients_pass_through_a_draw_to_mean_and_deviation()
    {
        using var scope = NewDisposeScope();
        var (mean, logVariance) = (Some(1).Mean.requires_grad_(), Some(2).LogVariance.requires_grad_());
        var noise = randn(2, 3, dtype: ScalarType.Float64, generator: new Generator(6));
        new DiagonalGaussian(mean, logVariance).At(noise).sum().backward();
        Assert.True(mean.grad!.equal(ones_like(mean)).all().ToBoolean());
        Assert.True(logVariance.grad!.allclose(0.5 * (0.5 * logVariance).exp() * noise, 1e-12, 1e-12));      // ∂σ/∂log σ² = σ/2
        Assert.False(new DiagonalGaussian(mean, logVariance).Detached().At(noise).requires_grad);
    }

    private static DiagonalGaussian Some(ulong seed)
    {
        using var random = new Generator(seed);
        return new(randn(2, 3, dtype: ScalarType.Float64, generator: random), 0.7 * randn(2, 3, dtype: ScalarType.Float64, generator: random));
    }
}
