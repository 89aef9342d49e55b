using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class ContractiveObjectiveTests
{
    private static Tensor Pixels(int rows, int columns) => rand(rows, columns, dtype: float64, generator: new Generator(1));

    private static TiedAutoencoder Layer()
    {
        var model = new TiedAutoencoder(6, 4, new Generator(2));
        model.to(float64);
        return model;
    }

    [Fact]
    public void Without_weight_it_is_the_plain_autoencoder()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Layer(), Pixels(5, 6));
        var terms = new ContractiveObjective(0).Loss(model, x);
        Assert.Equal(model.Loss(x).ToDouble(), terms["reconstruction"].ToDouble(), 12);
        Assert.Equal(0, terms["contraction"].ToDouble());
    }

    [Fact]
    public void What_is_seen_is_encoded_to_give_x_back_and_the_penalty_stays_of_x()
    {
        using var scope = NewDisposeScope();
        var (model, x, seen) = (Layer(), Pixels(5, 6), Pixels(5, 6).square());
        var (clean, terms) = (new ContractiveObjective(2).Loss(model, x), new ContractiveObjective(2).Loss(model, x, seen));
        Assert.Equal(model.Likelihood.Loss(model.call(seen), x).ToDouble(), terms["reconstruction"].ToDouble(), 12);
        Assert.NotEqual(clean["reconstruction"].ToDouble(), terms["reconstruction"].ToDouble());
        Assert.Equal(clean["contraction"].ToDouble(), terms["contraction"].ToDouble());
    }

    [Fact]
    public void The_penalty_is_lambda_times_the_mean_squared_norm_however_it_is_had()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Layer(), Pixels(5, 6));
        var expected = 3 * Jacobian.Of(model.Encode, x).square().sum(1, 2).mean().ToDouble();
        Assert.Equal(expected, new ContractiveObjective(3).Loss(model, x)["contraction"].ToDouble(), 10);
        Assert.Equal(expected, new ContractiveObjective(3, JacobianPenalty.Exact).Loss(model, x)["contraction"].ToDouble(), 10);
    }

    [Fact]
    public void A_deep_encoder_has_the_same_objective()
    {
        using var scope = NewDisposeScope();
        var model = new Autoencoder([6, 5, 3], new GaussianLikelihood(), new Generator(3), Activation.Tanh);
        model.to(float64);
        var x = Pixels(4, 6);
        var terms = new ContractiveObjective(0.5, JacobianPenalty.Exact).Loss(model, x);
        Assert.Equal(model.Loss(x).ToDouble(), terms["reconstruction"].ToDouble(), 10);
        Assert.Equal(0.5 * Jacobian.Of(model.Encode, x).square().sum(1, 2).mean().ToDouble(), terms["contraction"].ToDouble(), 10);
        Assert.StartsWith("Penalty: expected Exact or Stochastic, got ClosedForm",
            Assert.Throws<ArgumentException>(() => new ContractiveObjective(0.5).Loss(model, x)).Message);
    }

    [Theory]
    [InlineData(JacobianPenalty.ClosedForm)]
    [InlineData(JacobianPenalty.Exact)]
    [InlineData(JacobianPenalty.Stochastic)]
    public void Its_gradient_agrees_with_finite_differences(JacobianPenalty penalty)
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Layer(), Pixels(3, 6));
        foreach (var parameter in model.parameters())
            Assert.InRange(Gradients.Disagreement(Loss, parameter), 0, 1e-7);

        Tensor Loss()
        {
            var terms = new ContractiveObjective(0.7, penalty, new Generator(4)).Loss(model, x);
            return terms["reconstruction"] + terms["contraction"];
        }
    }

    [Fact]
    public void Trained_with_it_the_code_stands_stiller_than_without_and_it_collapses_when_nothing_else_counts()
    {
        using var scope = NewDisposeScope();
        var x = rand(64, 12, generator: new Generator(1)).gt(0.5).to_type(float32);
        var (free, held, collapsed) = (Trained(0), Trained(1), Trained(1000));
        Assert.True(held.Norm < 0.5 * free.Norm, $"{held.Norm} against {free.Norm}");
        Assert.InRange(collapsed.Norm, 0, 1e-2 * held.Norm);
        Assert.InRange(collapsed.Spread, 0, 0.1 * free.Spread);                     // one code for all

        (double Norm, double Spread) Trained(double weight)
        {
            var model = new TiedAutoencoder(12, 16, new Generator(5));
            var objective = new ContractiveObjective(weight);
            var optimizer = optim.Adam(model.parameters(), lr: 0.02);
            for (var step = 0; step < 300; step++)
            {
                using var inner = NewDisposeScope();
                optimizer.zero_grad();
                var terms = objective.Loss(model, x);
                (terms["reconstruction"] + terms["contraction"]).backward();
                optimizer.step();
            }
            using var _ = no_grad();
            var code = model.Encode(x);
            return (Jacobian.SquaredNormOfSigmoid(code, model.Weight).mean().ToDouble(), code.std(0).max().ToDouble());
        }
    }

    [Fact]
    public void A_negative_weight_and_a_stochastic_penalty_without_a_source_are_refused()
    {
        Assert.StartsWith("weight: expected 0 or more, got -1.", Assert.Throws<ArgumentException>(() => new ContractiveObjective(-1)).Message);
        Assert.StartsWith("random: expected a generator", Assert.Throws<ArgumentException>(() => new ContractiveObjective(1, JacobianPenalty.Stochastic)).Message);
    }
}
