using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class GradientEstimatorTests
{
    [Theory]
    [InlineData(GradientEstimator.StickingTheLanding)]
    [InlineData(GradientEstimator.DoublyReparameterised)]
    public void The_bound_and_the_decoders_gradient_are_those_of_the_bound_as_written(GradientEstimator estimator)
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([5, 4, 2], new BernoulliLikelihood(), new Generator(2)).to(ScalarType.Float64);
        var x = rand(3, 5, dtype: ScalarType.Float64, generator: new Generator(3));
        var decoder = model.named_parameters().Where(p => p.name.StartsWith("decoder", StringComparison.Ordinal)).Select(p => p.parameter).ToArray();
        Tensor Loss(GradientEstimator which) => new ImportanceWeightedObjective(4, new Generator(5), which).Loss(model, x);
        Assert.Equal(Loss(GradientEstimator.Total).ToDouble(), Loss(estimator).ToDouble(), 12);
        foreach (var (expected, found) in autograd.grad([Loss(GradientEstimator.Total)], decoder).Zip(autograd.grad([Loss(estimator)], decoder)))
            Assert.True(found.allclose(expected, 1e-10, 1e-12));
    }

    [Theory]
    [InlineData(1, GradientEstimator.StickingTheLanding, true)]
    [InlineData(1, GradientEstimator.DoublyReparameterised, true)]
    [InlineData(5, GradientEstimator.DoublyReparameterised, true)]
    [InlineData(5, GradientEstimator.StickingTheLanding, false)]                    // Tucker et al. (2019), §4
    public void In_the_mean_over_draws_the_encoders_gradient_is_that_of_the_bound_or_is_known_not_to_be(int k, GradientEstimator estimator, bool unbiased)
    {
        using var scope = NewDisposeScope();
        using var truth = Truth();
        var x = truth.Sample(1, new Generator(2)).expand(100_000, 3);
        var (total, other) = (EachGradient(truth, x, k, GradientEstimator.Total, 7), EachGradient(truth, x, k, estimator, 8));
        var error = ((total.var([0L]) + other.var([0L])) / x.shape[0]).sqrt();
        var worst = ((total.mean([0L]) - other.mean([0L])) / error).abs().max().ToDouble();
        Assert.True(unbiased ? worst < 4 : worst > 20, $"{worst} standard errors");
        if (unbiased) Assert.True((other.var([0L]) / total.var([0L])).max().ToDouble() < 1.1);
    }

    [Fact]
    public void At_the_true_posterior_the_draw_alone_has_a_gradient_of_nothing_and_the_bound_as_written_only_in_the_mean()
    {
        using var scope = NewDisposeScope();
        using var truth = Truth();
        var x = truth.Sample(5, new Generator(2));
        double Largest(GradientEstimator estimator) => EachGradient(truth, x, 3, estimator, 4, off: 0).abs().max().ToDouble();
        Assert.InRange(Largest(GradientEstimator.StickingTheLanding), 0, 1e-12);
        Assert.InRange(Largest(GradientEstimator.DoublyReparameterised), 0, 1e-12);
        Assert.True(Largest(GradientEstimator.Total) > 0.01);
    }

    // One coordinate, so that a diagonal q can be the posterior itself.
    private static LinearGaussianModel Truth() => new(tensor(new[,] { { 1.0 }, { -0.5 }, { 0.3 } }), tensor(new[] { 0.1, 0.2, -0.3 }), 0.35);

    // ∂L_k/∂(μ, log σ²) of each example by its own draws: (B, 2).
    private static Tensor EachGradient(LinearGaussianModel truth, Tensor x, int k, GradientEstimator estimator, ulong seed, double off = 0.4)
    {
        var exact = truth.Posterior(x);
        var (mean, logVariance) = ((exact.Mean + off).detach().requires_grad_(), (exact.LogVariance + 2 * off).detach().requires_grad_());
        var loss = new ImportanceWeightedObjective(k, new Generator(seed), estimator).Loss(new Guess(truth, new(mean, logVariance)), x);
        return cat([.. autograd.grad([loss], [mean, logVariance])], 1) * x.shape[0];
    }

    private sealed class Guess(LinearGaussianModel truth, DiagonalGaussian q) : ILatentVariableModel
    {
        public int LatentSize => truth.LatentSize;

        public DiagonalGaussian Posterior(Tensor x) => q;

        public Tensor LogJoint(Tensor x, Tensor z) => truth.LogJoint(x, z);
    }
}
