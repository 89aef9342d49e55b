using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class ConditionalVaeTests
{
    private readonly Tensor x = rand(4, 6, dtype: float64, generator: new Generator(2)).round();
    private readonly Tensor c = rand(4, 3, dtype: float64, generator: new Generator(3));

    private static ConditionalVae Model(bool learnsPrior, int latentSize = 2)
    {
        var model = new ConditionalVae([6, 5, latentSize], 3, new BernoulliLikelihood(), new Generator(1), learnsPrior, Activation.Tanh);
        model.to(float64);
        return model;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_loss_is_the_two_terms_worked_from_its_parts(bool learnsPrior)
    {
        using var scope = NewDisposeScope();
        var model = Model(learnsPrior);
        var (p, q) = (model.Prior(c), model.Posterior(x, c));
        var ε = randn(4, 2, dtype: float64, generator: new Generator(5));
        var on = sigmoid(model.Parameters(q.Mean + (0.5 * q.LogVariance).exp() * ε, c));
        var reconstruction = -(x * on.log() + (1 - x) * (1 - on).log()).sum(dim: 1).mean().ToDouble();
        var (s2, t2) = (q.LogVariance.exp(), p.LogVariance.exp());
        var divergence = (0.5 * (t2.log() - s2.log() + (s2 + (q.Mean - p.Mean).square()) / t2 - 1)).sum(dim: 1).mean().ToDouble();
        var loss = model.Loss(x, c, new Generator(5));
        Assert.Equal(reconstruction, loss["reconstruction"].ToDouble(), 10);
        Assert.Equal(divergence, loss["divergence"].ToDouble(), 10);
        Assert.Equal(["reconstruction", "divergence"], loss.Names);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_gradient_agrees_with_finite_differences(bool learnsPrior)
    {
        using var scope = NewDisposeScope();
        var model = Model(learnsPrior);
        Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(() => model.Loss(x, c, new Generator(5)), parameter), 0, 1e-7));
    }

    [Fact]
    public void A_prior_that_is_not_learned_knows_nothing_of_the_condition_and_a_learned_one_does()
    {
        using var scope = NewDisposeScope();
        var (plain, learned) = (Model(learnsPrior: false).Prior(c), Model(learnsPrior: true).Prior(c));
        Assert.Equal(0, (plain.Mean.abs() + plain.LogVariance.abs()).sum().ToDouble());
        Assert.True((learned.Mean[0] - learned.Mean[1]).abs().min().ToDouble() > 1e-3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Plain_Monte_Carlo_and_importance_sampling_find_the_evidence_of_a_grid_and_the_bound_lies_below(bool learnsPrior)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var model = Model(learnsPrior, latentSize: 1);
        var pairs = cat([x, c], 1);
        var z = linspace(-12, 12, 6001, dtype: float64).reshape(-1, 1, 1).expand(6001, 4, 1);                  // one coordinate: the integral by its grid
        var evidence = model.GivenCondition().LogJoint(pairs, z).logsumexp(0) + Math.Log(24.0 / 6000);
        foreach (var fromPrior in new[] { false, true })
        {
            var given = model.GivenCondition(fromPrior);
            var q = given.Posterior(pairs);
            var draws = q.Sample(20_000, new Generator(7));
            var weights = given.LogJoint(pairs, draws) - q.LogDensity(draws);
            Assert.InRange((weights.logsumexp(0) - Math.Log(20_000) - evidence).abs().max().ToDouble(), 0, 0.03);
            Assert.True((weights.mean([0L]) < evidence).all().ToBoolean());
        }
    }

    [Fact]
    public void A_weight_from_the_prior_is_the_likelihood_itself()
    {
        using var scope = NewDisposeScope();
        var model = Model(learnsPrior: true);
        var pairs = cat([x, c], 1);
        var given = model.GivenCondition(fromPrior: true);
        var z = given.Posterior(pairs).Sample(3, new Generator(7));
        var weights = given.LogJoint(pairs, z) - given.Posterior(pairs).LogDensity(z);
        Assert.True(weights.allclose(-model.Likelihood.NegativeLogLikelihood(model.Parameters(z, c), x), atol: 1e-10));
    }

    [Fact]
    public void Samples_are_means_at_codes_from_the_prior_of_their_condition()
    {
        using var scope = NewDisposeScope();
        var model = Model(learnsPrior: true);
        Assert.True(model.Sample(c, new Generator(7)).allclose(model.Decode(model.Prior(c).Sample(new Generator(7)), c)));
    }

    [Fact]
    public void What_it_cannot_take_is_refused()
    {
        using var scope = NewDisposeScope();
        var model = Model(learnsPrior: true);
        Assert.Throws<ArgumentException>(() => model.Loss(2 * ones(4, 6, dtype: float64), c, new Generator(1)));
        Assert.StartsWith("c: expected (4, 3), got (3, 3).", Assert.Throws<ArgumentException>(() => model.Posterior(x, c[..3])).Message);
        Assert.StartsWith("c: expected (N, 3), got (4, 6).", Assert.Throws<ArgumentException>(() => model.Prior(x)).Message);
        Assert.StartsWith("x: expected (N, 9), got (4, 6).", Assert.Throws<ArgumentException>(() => model.GivenCondition().Posterior(x)).Message);
    }
}
