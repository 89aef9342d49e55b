using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class ImportanceWeightedObjectiveTests
{
    [Fact]
    public void One_draw_is_the_bound_by_draws_itself()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([6, 5, 2], new BernoulliLikelihood(), new Generator(1)).to(ScalarType.Float64);
        var x = rand(4, 6, dtype: ScalarType.Float64, generator: new Generator(2));
        var q = model.Posterior(x);
        var z = q.Sample(1, new Generator(3));
        var byHand = (q.LogDensity(z) - model.LogJoint(x, z)).mean().ToDouble();
        Assert.Equal(byHand, new ImportanceWeightedObjective(1, new Generator(3)).Loss(model, x).ToDouble(), 6);
    }

    [Fact]
    public void It_rises_with_the_draws_towards_the_evidence_and_never_above_it()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var truth = new LinearGaussianModel(tensor(new[,] { { 1.0, 0.4 }, { -0.5, 0.9 }, { 0.3, 0.2 } }), tensor(new[] { 0.1, 0.2, -0.3 }), 0.35);
        var x = truth.Sample(1, new Generator(2)).expand(20_000, 3);
        var blunt = new BluntPosterior(truth);
        var evidence = truth.LogEvidence(x[..1]).ToDouble();
        var before = double.NegativeInfinity;
        foreach (var k in new[] { 1, 5, 50 })
        {
            var bound = new ImportanceWeightedObjective(k, new Generator(7)).Bound(blunt, x);
            var (mean, error) = (bound.mean().ToDouble(), bound.std().ToDouble() / Math.Sqrt(20_000));
            Assert.True(mean > before, $"k = {k}: {mean} after {before}");
            Assert.True(mean < evidence + 4 * error, $"k = {k}: {mean} above {evidence}");
            before = mean + 4 * error;
        }
        Assert.InRange(evidence - before, -0.05, 0.05);
    }

    [Fact]
    public void With_the_true_posterior_every_draw_says_the_evidence()
    {
        using var scope = NewDisposeScope();
        using var truth = new LinearGaussianModel(tensor(new[,] { { 1.0 }, { -0.5 } }), tensor(new[] { 0.1, 0.2 }), 0.35);
        var x = truth.Sample(6, new Generator(2));
        Assert.True(new ImportanceWeightedObjective(3, new Generator(1)).Bound(truth, x).allclose(truth.LogEvidence(x), 1e-9, 1e-9));
    }

    [Fact]
    public void Its_gradient_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([4, 3, 2], new BernoulliLikelihood(), new Generator(2)).to(ScalarType.Float64);
        var x = rand(3, 4, dtype: ScalarType.Float64, generator: new Generator(3));
        Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(() => new ImportanceWeightedObjective(4, new Generator(5)).Loss(model, x), parameter), 0, 1e-7));
    }

    [Fact]
    public void No_draw_is_refused() => Assert.Throws<ArgumentException>(() => new ImportanceWeightedObjective(0, new Generator(1)));

    /// <summary>A model whose encoder is too wide and off its mark.</summary>
    private sealed class BluntPosterior(LinearGaussianModel truth) : ILatentVariableModel
    {
        public int LatentSize => truth.LatentSize;

        public DiagonalGaussian Posterior(Tensor x)
        {
            var exact = truth.Posterior(x);
            return new(exact.Mean + 0.3, exact.LogVariance + 1);
        }

        public Tensor LogJoint(Tensor x, Tensor z) => truth.LogJoint(x, z);
    }
}
