using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class LinearGaussianModelTests
{
    private readonly Tensor weight = randn(5, 2, dtype: ScalarType.Float64, generator: new Generator(1));
    private readonly Tensor mean = tensor(new[] { 0.3, -0.2, 0.5, 1.1, -0.7 });
    private readonly LinearGaussianModel model;
    private readonly Tensor x;

    public LinearGaussianModelTests() => (model, x) = (new(weight, mean, 0.4), randn(7, 5, dtype: ScalarType.Float64, generator: new Generator(2)));

    [Fact]
    public void Its_evidence_is_that_of_torchs_multivariate_normal_with_the_weights_as_they_were_given()
    {
        using var scope = NewDisposeScope();
        var covariance = weight.matmul(weight.t()) + 0.4 * eye(5, dtype: ScalarType.Float64);
        Assert.True(model.LogEvidence(x).allclose(distributions.MultivariateNormal(mean, covariance).log_prob(x), 1e-10, 1e-10));
    }

    [Fact]
    public void At_the_true_posterior_the_bound_is_the_evidence()
    {
        using var scope = NewDisposeScope();
        Assert.True((model.Elbo(x, model.Posterior(x)) - model.LogEvidence(x)).abs().max().ToDouble() < 1e-6);
    }

    [Fact]
    public void Elsewhere_it_lies_below_by_the_divergence_from_the_true_posterior()
    {
        using var scope = NewDisposeScope();
        var q = new DiagonalGaussian(randn(7, 2, dtype: ScalarType.Float64, generator: new Generator(3)), randn(7, 2, dtype: ScalarType.Float64, generator: new Generator(4)));
        var gap = model.LogEvidence(x) - model.Elbo(x, q);
        Assert.True(gap.min().ToDouble() > 0);
        Assert.True(gap.allclose(q.Divergence(model.Posterior(x)).sum(dim: -1), 1e-9, 1e-9));
    }

    [Fact]
    public void Joint_over_posterior_is_the_evidence_whatever_z_is()
    {
        using var scope = NewDisposeScope();
        var z = randn(3, 7, 2, dtype: ScalarType.Float64, generator: new Generator(5));
        Assert.True((model.LogJoint(x, z) - model.Posterior(x).LogDensity(z)).allclose(model.LogEvidence(x).expand(3, 7), 1e-9, 1e-9));
    }

    [Fact]
    public void Samples_have_its_covariance()
    {
        using var scope = NewDisposeScope();
        var drawn = model.Sample(200_000, new Generator(6));
        var covariance = weight.matmul(weight.t()) + 0.4 * eye(5, dtype: ScalarType.Float64);
        Assert.True((drawn.t().cov() - covariance).abs().max().ToDouble() < 0.05);
        Assert.True((drawn.mean([0L]) - mean).abs().max().ToDouble() < 0.02);
    }

    [Fact]
    public void What_is_no_such_model_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new LinearGaussianModel(weight, mean, 0));
        Assert.Throws<ArgumentException>(() => new LinearGaussianModel(weight.t(), zeros(2), 1));
        Assert.Throws<ArgumentException>(() => new LinearGaussianModel(weight, zeros(2), 1));
        Assert.Throws<ArgumentException>(() => model.Posterior(zeros(3, 4)));
    }
}
