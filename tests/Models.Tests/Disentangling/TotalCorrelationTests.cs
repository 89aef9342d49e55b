using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class TotalCorrelationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_three_parts_sum_to_the_divergence_by_draws_whatever_the_weights(bool stratified)
    {
        using var scope = NewDisposeScope();
        var q = Posterior(12, 3, seed: 1);
        var z = q.Sample(new Generator(2));
        var parts = TotalCorrelation.Of(q, z, stratified ? TotalCorrelation.Stratified(12, 500) : TotalCorrelation.Weighted(12, 500));
        var byDraws = (q.LogDensity(z) - DiagonalGaussian.StandardLogDensity(z)).mean().ToDouble();
        Assert.Equal(byDraws, (parts.MutualInformation + parts.Correlation + parts.Dimensionwise).ToDouble(), 4);
    }

    [Fact]
    public void With_all_the_data_in_the_batch_it_is_the_mixture_enumerated()
    {
        using var scope = NewDisposeScope();
        var q = Posterior(6, 2, seed: 3);
        var z = q.Sample(new Generator(4));
        var (m, v, at) = (Numbers(q.Mean), Numbers(q.LogVariance.exp()), Numbers(z));
        double Log(int i, int n, int j) => -0.5 * (Math.Log(2 * Math.PI * v[n, j]) + Math.Pow(at[i, j] - m[n, j], 2) / v[n, j]);
        var (information, correlation, dimensions) = (0.0, 0.0, 0.0);
        for (var i = 0; i < 6; i++)
        {
            var joint = Math.Log(Enumerable.Range(0, 6).Average(n => Math.Exp(Log(i, n, 0) + Log(i, n, 1))));
            var product = Enumerable.Range(0, 2).Sum(j => Math.Log(Enumerable.Range(0, 6).Average(n => Math.Exp(Log(i, n, j)))));
            var prior = Enumerable.Range(0, 2).Sum(j => -0.5 * (Math.Log(2 * Math.PI) + at[i, j] * at[i, j]));
            information += (Log(i, i, 0) + Log(i, i, 1) - joint) / 6;
            correlation += (joint - product) / 6;
            dimensions += (product - prior) / 6;
        }
        var parts = TotalCorrelation.Of(q, z, TotalCorrelation.Stratified(6, 6));
        Assert.Equal(information, parts.MutualInformation.ToDouble(), 4);
        Assert.Equal(correlation, parts.Correlation.ToDouble(), 4);
        Assert.Equal(dimensions, parts.Dimensionwise.ToDouble(), 4);
    }

    [Fact]
    public void The_papers_weights_differ_from_the_mixture_by_logarithms_of_N_alone()
    {
        using var scope = NewDisposeScope();
        var q = Posterior(6, 3, seed: 3);
        var z = q.Sample(new Generator(4));
        var (exact, weighted) = (TotalCorrelation.Of(q, z, TotalCorrelation.Stratified(6, 6)), TotalCorrelation.Of(q, z, TotalCorrelation.Weighted(6, 6)));
        Assert.Equal(Math.Log(6), (weighted.MutualInformation - exact.MutualInformation).ToDouble(), 4);
        Assert.Equal(2 * Math.Log(6), (weighted.Correlation - exact.Correlation).ToDouble(), 4);
        Assert.Equal(-3 * Math.Log(6), (weighted.Dimensionwise - exact.Dimensionwise).ToDouble(), 4);
    }

    [Fact]
    public void Over_many_batches_the_stratified_mixture_is_right_on_average()
    {
        using var scope = NewDisposeScope();
        var all = Posterior(40, 2, seed: 5);
        var z = tensor(new[,] { { 0.3f, -0.2f } });
        var truth = all.LogDensity(z).exp().mean().ToDouble();
        var random = new Generator(6);
        var weights = TotalCorrelation.Stratified(8, 40).exp()[0];                  // of the first example: its own, and seven others
        var estimates = Enumerable.Range(0, 4000).Select(_ =>
        {
            using var inner = NewDisposeScope();
            var rows = randperm(40, generator: random)[..8];
            var each = new DiagonalGaussian(all.Mean.index_select(0, rows), all.LogVariance.index_select(0, rows)).LogDensity(z).exp();
            return (weights * each).sum().ToDouble();
        }).ToArray();
        var deviation = Math.Sqrt(estimates.Average(e => e * e) - Math.Pow(estimates.Average(), 2));
        Assert.Equal(truth, estimates.Average(), 4 * deviation / Math.Sqrt(4000));
    }

    [Fact]
    public void A_code_whose_numbers_say_the_same_has_total_correlation_and_one_whose_numbers_are_independent_has_none()
    {
        using var scope = NewDisposeScope();
        var grid = linspace(-1.5, 1.5, 16);
        var narrow = full([256, 2], Math.Log(0.01));
        var apart = new DiagonalGaussian(stack([grid.repeat(16), grid.repeat_interleave(16)], 1), narrow);
        var alike = new DiagonalGaussian(stack([grid.repeat(16), grid.repeat(16)], 1), narrow);
        double Of(DiagonalGaussian q) => TotalCorrelation.Of(q, q.Sample(new Generator(7)), TotalCorrelation.Stratified(256, 256)).Correlation.ToDouble();
        Assert.Equal(0, Of(apart), 3);                                              // a full grid factorises exactly
        Assert.InRange(Of(alike), 1, Math.Log(16));
    }

    [Fact]
    public void With_every_weight_one_it_is_the_elbo_by_draws_and_its_gradient_is_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = new GaussianVae([5, 4, 2], new BernoulliLikelihood(), new Generator(1)).to(ScalarType.Float64);
        var x = rand(6, 5, dtype: ScalarType.Float64, generator: new Generator(2));
        var terms = new TotalCorrelationObjective(1, 50).Loss(model, x, new Generator(3));
        var output = model.call(x, Draws.Normal([6, 2], new Generator(3), ScalarType.Float64));
        var byHand = (model.Likelihood.NegativeLogLikelihood(output.Parameters, x) + output.Posterior.LogDensity(output.Z) - DiagonalGaussian.StandardLogDensity(output.Z)).mean();
        Assert.Equal(byHand.ToDouble(), terms.ToDouble(), 5);
        var weight = model.parameters().First();
        var dear = new TotalCorrelationObjective(4, 50) { Alpha = 0.5, Gamma = 2, Stratified = true };
        Assert.InRange(Gradients.Disagreement(() => dear.Loss(model, x, new Generator(3)).Total, weight), 0, 1e-5);
    }

    [Fact]
    public void Bad_sizes_and_weights_are_refused()
    {
        using var scope = NewDisposeScope();
        var q = Posterior(4, 2, seed: 1);
        Assert.Throws<ArgumentException>(() => TotalCorrelation.Of(q, zeros(4, 3), TotalCorrelation.Weighted(4, 9)));
        Assert.Throws<ArgumentException>(() => TotalCorrelation.Of(q, zeros(4, 2), TotalCorrelation.Weighted(3, 9)));
        Assert.Contains("at least the 4", Assert.Throws<ArgumentException>(() => TotalCorrelation.Weighted(4, 3)).Message);
        Assert.Contains("2 examples or more", Assert.Throws<ArgumentException>(() => TotalCorrelation.Stratified(1, 3)).Message);
        var model = new GaussianVae([5, 2], new BernoulliLikelihood(), new Generator(1));
        Assert.Throws<ArgumentException>(() => new TotalCorrelationObjective(-1, 50).Loss(model, zeros(3, 5), new Generator(1)));
    }

    private static DiagonalGaussian Posterior(int count, int size, ulong seed)
    {
        var random = new Generator(seed);
        return new(randn(count, size, generator: random), 0.7 * randn(count, size, generator: random) - 1);
    }

    private static double[,] Numbers(Tensor tensor)
    {
        var numbers = new double[tensor.shape[0], tensor.shape[1]];
        for (var i = 0; i < numbers.GetLength(0); i++)
            for (var j = 0; j < numbers.GetLength(1); j++) numbers[i, j] = tensor[i, j].ToDouble();
        return numbers;
    }
}
