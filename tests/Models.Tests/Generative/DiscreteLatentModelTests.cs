using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class DiscreteLatentModelTests
{
    private readonly DiscreteLatentModel model = new(tensor([0.5, 0.3, 0.2]), tensor(new[,] { { 0.7, 0.3 }, { 0.1, 0.9 }, { 0.4, 0.6 } }));

    [Fact]
    public void Evidence_and_posterior_are_bayes_rule_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        Assert.True(model.Evidence().allclose(tensor([0.46, 0.54]), 1e-12, 1e-12));             // 0.35 + 0.03 + 0.08
        Assert.True(model.Posterior(0).allclose(tensor([35 / 46.0, 3 / 46.0, 8 / 46.0]), 1e-12, 1e-12));
        Assert.True(model.Joint().sum().allclose(tensor(1.0), 1e-12, 1e-12));
    }

    [Fact]
    public void The_posteriors_weighted_by_the_evidence_are_the_prior()
    {
        using var scope = NewDisposeScope();
        var back = model.Evidence()[0] * model.Posterior(0) + model.Evidence()[1] * model.Posterior(1);
        Assert.True(back.allclose(model.Prior, 1e-12, 1e-12));
    }

    [Fact]
    public void Samples_come_as_often_as_the_joint_says()
    {
        using var scope = NewDisposeScope();
        var draws = model.Sample(200_000, new Generator(1));
        var share = (draws.Z * 2 + draws.X).bincount(null, minlength: 6).to(float64) / 200_000;
        Assert.InRange((share - model.Joint().reshape(-1)).abs().max().ToDouble(), 0, 4 * Math.Sqrt(0.25 / 200_000));
    }

    [Fact]
    public void One_draw_gives_the_likelihood_and_a_weight_the_ratio_of_prior_and_proposal()
    {
        using var scope = NewDisposeScope();
        var q = tensor([0.2, 0.2, 0.6]);
        Assert.Equal(Math.Log(0.9), model.LogEstimate(1, tensor([1L])).ToDouble(), 12);
        Assert.Equal(Math.Log((0.3 * 0.5 / 0.2 + 0.9 * 0.3 / 0.2) / 2), model.LogEstimate(1, tensor([0L, 1L]), q).ToDouble(), 12);
    }

    [Fact]
    public void In_the_mean_prior_draws_and_weighted_draws_give_the_evidence_and_unweighted_ones_do_not()
    {
        using var scope = NewDisposeScope();
        var (random, q) = (new Generator(2), model.Posterior(0));
        double Mean(Tensor estimates) => estimates.exp().mean().ToDouble();
        Assert.Equal(0.46, Mean(model.LogEstimate(0, DiscreteLatentModel.Draw(model.Prior, [50_000, 4], random))), 2);
        Assert.Equal(0.46, Mean(model.LogEstimate(0, DiscreteLatentModel.Draw(q, [50_000, 4], random), q)), 9);      // q is the posterior: no variance at all
        Assert.Equal((0.7 * 35 + 0.1 * 3 + 0.4 * 8) / 46, Mean(model.LogEstimate(0, DiscreteLatentModel.Draw(q, [50_000, 4], random))), 2);
    }

    [Fact]
    public void The_logarithm_of_a_mean_survives_where_its_numbers_do_not()
    {
        using var scope = NewDisposeScope();
        var logarithms = tensor(new[,] { { -800, -800 + Math.Log(3) }, { -2000, -1000 } });
        Assert.True(DiscreteLatentModel.LogMean(logarithms).allclose(tensor([-800 + Math.Log(2), -1000 - Math.Log(2)]), 1e-12, 1e-9));
    }

    [Fact]
    public void What_is_no_such_model_is_refused()
    {
        using var scope = NewDisposeScope();
        var rows = tensor(new[,] { { 0.7, 0.3 }, { 0.1, 0.9 } });
        Assert.Contains("prior", Assert.Throws<ArgumentException>(() => new DiscreteLatentModel(tensor([0.5, 0.3]), rows)).Message);
        Assert.Contains("likelihood", Assert.Throws<ArgumentException>(() => new DiscreteLatentModel(tensor([0.5, 0.5]), rows * 0.5)).Message);
        Assert.Contains("[0, 1]", Assert.Throws<ArgumentException>(() => new DiscreteLatentModel(tensor([1.5, -0.5]), rows)).Message);
        Assert.Throws<ArgumentException>(() => new DiscreteLatentModel(tensor([1.0]), rows));
        Assert.Throws<ArgumentException>(() => model.Posterior(2));
        Assert.Contains("never comes", Assert.Throws<ArgumentException>(() => new DiscreteLatentModel(tensor([1.0]), tensor(new[,] { { 1.0, 0 } })).Posterior(1)).Message);
    }
}
