using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class VaeObjectiveTests
{
    private static GaussianVae Model(Likelihood? likelihood = null) =>
        (GaussianVae)new GaussianVae([5, 4, 2], likelihood ?? new BernoulliLikelihood(), new Generator(1)).to(ScalarType.Float64);

    private static Tensor Batch() => rand(6, 5, dtype: ScalarType.Float64, generator: new Generator(2));

    [Fact]
    public void The_same_beta_is_another_beta_with_another_variance()
    {
        // σ²/τ² (‖x − m‖²/2σ² + β KL) = ‖x − m‖²/2τ² + β σ²/τ² KL: only the constants differ.
        using var scope = NewDisposeScope();
        var x = Batch();
        double Without(double variance, double beta)
        {
            var terms = Model(new GaussianLikelihood(variance)).Loss(x, new Generator(3), beta);
            return terms.ToDouble() - 2.5 * Math.Log(2 * Math.PI * variance);
        }

        Assert.Equal(0.5 / 0.02 * Without(0.5, 1), Without(0.02, 25), 5);
        Assert.Equal(0.5 / 0.02 * Without(0.5, 3), Without(0.02, 75), 4);
    }

    [Fact]
    public void A_budget_costs_what_the_code_is_off_it_above_and_below()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model(), Batch());
        var divergence = model.Loss(x, new Generator(3))["divergence"].ToDouble();
        double Off(double capacity) => new CapacityObjective(7, capacity).Loss(model, x, new Generator(3))["off budget"].ToDouble();
        Assert.Equal(7 * divergence, Off(0), 6);
        Assert.Equal(7 * 0.5, Off(divergence + 0.5), 6);
        Assert.Equal(0, Off(divergence), 6);
    }

    [Fact]
    public void Each_is_minus_the_bound_where_its_paper_says_so()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model(), Batch());
        var bound = model.Loss(x, new Generator(3)).ToDouble();
        foreach (var objective in new IVaeObjective[] { new BetaObjective(1), new InformationObjective(0, 1) })
            Assert.Equal(bound, objective.Loss(model, x, new Generator(3)).ToDouble(), 9);
    }

    [Theory]
    [InlineData(0, 1, 1)]                   // the VAE
    [InlineData(-3, 4, 4)]                  // β-VAE: α = 1 − β, λ = β
    public void Two_members_of_the_family_are_old_friends(double alpha, double lambda, double beta)
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model(), Batch());
        Assert.Equal(new BetaObjective(beta).Loss(model, x, new Generator(3)).ToDouble(), new InformationObjective(alpha, lambda).Loss(model, x, new Generator(3)).ToDouble(), 9);
    }

    [Fact]
    public void With_alpha_one_only_all_codes_together_are_pulled_to_the_prior()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model(), Batch());
        var random = new Generator(3);
        var terms = new InformationObjective(1, 10).Loss(model, x, random);
        Assert.Equal(0, terms["divergence"].ToDouble());
        var again = new Generator(3);
        var z = model.call(x, Draws.Normal([6, 2], again, ScalarType.Float64)).Z;
        var byHand = 10 * KernelFunction.InverseMultiquadratic(4).Discrepancy(z, Draws.NormalLike(z, again)).ToDouble();
        Assert.Equal(byHand, terms["discrepancy"].ToDouble(), 9);
        Assert.InRange(Gradients.Disagreement(() => new InformationObjective(0.3, 10).Loss(model, x, new Generator(3)).Total, model.parameters().First()), 0, 1e-6);
    }

    [Fact]
    public void Weights_below_nothing_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model(), Batch());
        Assert.Contains("beta", Assert.Throws<ArgumentException>(() => new BetaObjective(-1).Loss(model, x, new Generator(1))).Message);
        Assert.Contains("Gamma", Assert.Throws<ArgumentException>(() => new CapacityObjective(-1, 2).Loss(model, x, new Generator(1))).Message);
        Assert.Contains("Capacity", Assert.Throws<ArgumentException>(() => new CapacityObjective(1, -2).Loss(model, x, new Generator(1))).Message);
        Assert.Contains("1 − α", Assert.Throws<ArgumentException>(() => new InformationObjective(2, 2).Loss(model, x, new Generator(1))).Message);
        Assert.Contains("α + λ − 1", Assert.Throws<ArgumentException>(() => new InformationObjective(0, 0.5).Loss(model, x, new Generator(1))).Message);
        Assert.Throws<ArgumentException>(() => new BetaObjective(1).Loss(model, x + 1, new Generator(1)));                       // pixels above 1
    }
}
