using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class GaussianVaeTests
{
    [Fact]
    public void Its_loss_is_the_two_terms_worked_from_its_parts()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([6, 5, 2], new BernoulliLikelihood(), new Generator(1)).to(ScalarType.Float64);
        var x = rand(4, 6, dtype: ScalarType.Float64, generator: new Generator(2));
        var q = model.Posterior(x);
        var ε = randn(4, 2, dtype: ScalarType.Float64, generator: new Generator(3));
        var p = sigmoid(model.Parameters(q.Mean + (0.5 * q.LogVariance).exp() * ε));
        var reconstruction = -(x * p.log() + (1 - x) * (1 - p).log()).sum(dim: 1).mean().ToDouble();
        var divergence = (0.5 * (q.Mean.square() + q.LogVariance.exp() - q.LogVariance - 1)).sum(dim: 1).mean().ToDouble();
        var loss = model.Loss(x, new Generator(3));
        Assert.Equal(reconstruction, loss["reconstruction"].ToDouble(), 10);
        Assert.Equal(divergence, loss["divergence"].ToDouble(), 10);
        Assert.Equal(["reconstruction", "divergence"], loss.Names);
    }

    [Theory]
    [InlineData("Bernoulli")]
    [InlineData("Gaussian")]
    [InlineData("learned")]
    [InlineData("categorical")]
    public void Its_gradient_agrees_with_finite_differences_under_every_likelihood(string name)
    {
        using var scope = NewDisposeScope();
        Likelihood likelihood = name switch { "Bernoulli" => new BernoulliLikelihood(), "Gaussian" => new GaussianLikelihood(0.3), "learned" => new LearnedGaussianLikelihood(), _ => new CategoricalLikelihood(3) };
        var model = new GaussianVae([4, 3, 2], likelihood, new Generator(2)).to(ScalarType.Float64);
        var x = rand(3, 4, dtype: ScalarType.Float64, generator: new Generator(3));
        Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(() => model.Loss(x, new Generator(5)), parameter), 0, 1e-7));
    }

    [Fact]
    public void Its_bound_lies_below_its_likelihood_and_meets_it_where_both_are_known()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([6, 5, 1], new BernoulliLikelihood(), new Generator(4)).to(ScalarType.Float64);
        var x = rand(3, 6, dtype: ScalarType.Float64, generator: new Generator(5)).round();
        var z = linspace(-8, 8, 4001, dtype: ScalarType.Float64).reshape(-1, 1, 1).expand(4001, 3, 1);        // one coordinate: the integral by its grid
        var evidence = model.LogJoint(x, z).logsumexp(0) + Math.Log(16.0 / 4000);
        var bounds = stack([.. Enumerable.Range(0, 4000).Select(i => Bound(i))]).mean([0L]);
        Assert.True((evidence - bounds).min().ToDouble() > 0);

        Tensor Bound(int seed)
        {
            var q = model.Posterior(x);
            return model.LogJoint(x, q.Sample(new Generator((ulong)seed))) - q.LogDensity(q.Sample(new Generator((ulong)seed)));
        }
    }

    [Fact]
    public void Samples_are_means_of_the_likelihood_at_codes_from_the_prior()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([6, 5, 2], new BernoulliLikelihood(), new Generator(1));
        var z = randn(4, 2, generator: new Generator(7));
        Assert.True(model.Sample(4, new Generator(7)).equal(model.Decode(z)).all().ToBoolean());
        Assert.Throws<ArgumentException>(() => model.Sample(0, new Generator(7)));
    }

    [Fact]
    public void A_log_variance_beyond_what_numbers_hold_is_kept_where_they_do()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([6, 2], new BernoulliLikelihood(), new Generator(1));
        var loss = model.Loss(1e6f * ones(1, 6) / 1e6f, new Generator(1));
        Assert.True(double.IsFinite(loss.ToDouble()));
        using var _ = no_grad();
        foreach (var parameter in model.parameters()) parameter.mul_(1e4);
        var far = model.Posterior(ones(1, 6)).LogVariance.abs();
        Assert.Equal(DiagonalGaussian.MaxLogVariance, far.max().ToDouble());
        Assert.True(model.Posterior(ones(1, 6)).DivergenceFromStandard().isfinite().all().ToBoolean());
    }

    [Fact]
    public void A_convolutional_one_takes_and_gives_pictures()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae(new ConvolutionalEncoder(8, 3, 2, new Generator(1)), new ConvolutionalDecoder(8, 3, 2, new Generator(2)), 64, 2, new BernoulliLikelihood());
        var x = rand(3, 64, generator: new Generator(3));
        Assert.Equal([3, 64], model.Reconstruct(x).shape);
        Assert.Equal([5, 3], model.LogJoint(x, randn(5, 3, 2, generator: new Generator(4))).shape);
        var same = new GaussianVae(new ConvolutionalEncoder(8, 3, 2, new Generator(1)), new ConvolutionalDecoder(8, 3, 2, new Generator(2)), 64, 2, new BernoulliLikelihood());
        Assert.Equal(model.Loss(x, new Generator(5)).ToDouble(), same.Loss(x, new Generator(5)).ToDouble());      // the seed decides the weights
        Assert.Throws<ArgumentException>(() => new ConvolutionalEncoder(10, 3, 2, new Generator(1)));
    }

    [Fact]
    public void What_it_cannot_take_is_refused()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([6, 2], new BernoulliLikelihood(), new Generator(1));
        Assert.Throws<ArgumentException>(() => model.Loss(2 * ones(3, 6), new Generator(1)));
        Assert.Throws<ArgumentException>(() => model.Loss(ones(3, 5), new Generator(1)));
        Assert.Throws<ArgumentException>(() => model.call(ones(3, 6), zeros(3, 3)));
        Assert.Throws<ArgumentException>(() => model.Decode(zeros(3, 3)));
    }
}
