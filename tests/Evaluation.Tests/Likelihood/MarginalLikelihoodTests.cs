using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class MarginalLikelihoodTests
{
    [Fact]
    public void With_the_true_posterior_it_is_exact_however_few_draws_there_are()
    {
        using var scope = NewDisposeScope();
        using var model = new LinearGaussianModel(tensor(new[,] { { 1.0 }, { -0.5 } }), tensor(new[] { 0.1, 0.2 }), 0.35);
        var x = model.Sample(300, new Generator(1));
        Assert.True(MarginalLikelihood.LogEvidence(model, x, 2, new Generator(2), rows: 64).allclose(model.LogEvidence(x), 1e-9, 1e-9));
    }

    [Fact]
    public void One_coordinate_is_what_the_integral_by_its_grid_says()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var model = new GaussianVae([6, 5, 1], new BernoulliLikelihood(), new Generator(4)).to(ScalarType.Float64);
        var x = rand(5, 6, dtype: ScalarType.Float64, generator: new Generator(5)).round();
        var z = linspace(-8, 8, 4001, dtype: ScalarType.Float64).reshape(-1, 1, 1).expand(4001, 5, 1);
        var exact = model.LogJoint(x, z).logsumexp(0) + Math.Log(16.0 / 4000);
        Assert.True((MarginalLikelihood.LogEvidence(model, x, 20_000, new Generator(6)) - exact).abs().max().ToDouble() < 0.02);
    }

    [Fact]
    public void How_it_is_divided_into_blocks_changes_the_draws_and_not_what_they_estimate()
    {
        using var scope = NewDisposeScope();
        using var truth = new LinearGaussianModel(tensor(new[,] { { 1.0, 0.3 }, { -0.5, 0.8 }, { 0.2, 0.1 } }), tensor(new[] { 0.1, 0.2, 0.0 }), 0.35);
        var (x, blunt) = (truth.Sample(70, new Generator(5)), new TooWide(truth));
        foreach (var rows in new[] { 100, 3000, 1_000_000 })
            Assert.True((MarginalLikelihood.LogEvidence(blunt, x, 5000, new Generator(6), rows) - truth.LogEvidence(x)).abs().max().ToDouble() < 0.08, $"{rows} rows");
    }

    [Fact]
    public void No_draw_and_no_row_are_refused()
    {
        using var model = new LinearGaussianModel(tensor(new[,] { { 1.0 }, { -0.5 } }), tensor(new[] { 0.1, 0.2 }), 0.35);
        Assert.Throws<ArgumentException>(() => MarginalLikelihood.LogEvidence(model, zeros(2, 2), 0, new Generator(1)));
        Assert.Throws<ArgumentException>(() => MarginalLikelihood.LogEvidence(model, zeros(2, 2), 1, new Generator(1), rows: 0));
    }

    /// <summary>A model whose encoder is twice as wide as it should be.</summary>
    private sealed class TooWide(LinearGaussianModel truth) : ILatentVariableModel
    {
        public int LatentSize => truth.LatentSize;

        public DiagonalGaussian Posterior(Tensor x) => truth.Posterior(x) with { LogVariance = truth.Posterior(x).LogVariance + Math.Log(4) };

        public Tensor LogJoint(Tensor x, Tensor z) => truth.LogJoint(x, z);
    }
}
