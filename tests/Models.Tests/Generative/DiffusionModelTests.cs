using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class DiffusionModelTests
{
    private const double Edge = 5, Width = 0.01;

    private static DiffusionModel Model(int size, int steps = 6)
    {
        var model = new DiffusionModel(size, [5], new NoiseSchedule(steps), new Generator(1));
        using var _ = no_grad();
        foreach (var parameter in model.parameters()) parameter.copy_(0.5 * randn(parameter.shape, generator: new Generator(2)));
        return model;
    }

    // log p(x) of one bit: the chain from the last step back, integrated on a grid.
    private static (double Zero, double One) Exact(DiffusionModel model)
    {
        var grid = arange(-Edge, Edge + Width, Width, dtype: float32).unsqueeze(1);
        Tensor Times(int t) => full(grid.shape[0], t, dtype: int64);
        var density = (-0.5 * grid.to(float64).squeeze(1).square()).exp() / Math.Sqrt(2 * Math.PI);
        for (var t = model.Schedule.Steps; t > 1; t--)
        {
            var mean = model.Schedule.PosteriorMean(model.Predict(grid, Times(t)), grid, t).to(float64);     // (from, 1)
            var variance = model.Schedule.PosteriorVariance(t);
            var kernel = (-0.5 * (grid.to(float64).t() - mean).square() / variance).exp() / Math.Sqrt(2 * Math.PI * variance);
            density = density.matmul(kernel) * Width;
        }
        var one = (sigmoid(model.call(grid, Times(1))).to(float64).squeeze(1) * density).sum().ToDouble() * Width;
        return (density.sum().ToDouble() * Width - one, one);
    }

    [Fact]
    public void Its_bound_is_one_on_the_probability_that_its_chain_gives()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var model = Model(1);
        var (zero, one) = Exact(model);
        Assert.Equal(1, zero + one, 4);
        foreach (var (x, p) in new[] { (0f, zero), (1f, one) })
        {
            var bound = model.Bound(full(20_000, 1, x), new Generator(3)).to(float64);
            var error = bound.std().ToDouble() / Math.Sqrt(20_000);
            Assert.InRange(bound.mean().ToDouble() + Math.Log(p), -4 * error, 3);                            // never below −log p
        }
    }

    [Fact]
    public void With_the_best_guess_of_a_fair_coin_and_many_steps_the_bound_is_tight()
    {
        using var scope = NewDisposeScope();
        using var model = Model(1, steps: 200);
        using (no_grad())
            foreach (var parameter in model.parameters()) parameter.zero_();        // what is left is Bayes' rule for a fair coin
        var bound = model.Bound(ones(20_000, 1), new Generator(3)).to(float64);
        Assert.InRange(bound.mean().ToDouble(), Math.Log(2) - 4 * bound.std().ToDouble() / Math.Sqrt(20_000), Math.Log(2) + 0.03);
    }

    [Fact]
    public void Its_samples_come_as_often_as_the_chain_says()
    {
        using var scope = NewDisposeScope();
        using var model = Model(1);
        using var _ = no_grad();
        var drawn = model.Sample(100_000, new Generator(4));
        Assert.InRange(drawn.mean().ToDouble() - Exact(model).One, -0.007, 0.007);                           // 4 standard errors
    }

    [Fact]
    public void A_steps_cost_is_the_divergence_of_the_two_gaussians()
    {
        using var scope = NewDisposeScope();
        using var model = Model(4);
        var x = Bits.All(4)[5].unsqueeze(0);
        var xt = randn(1, 4, generator: new Generator(5));
        for (var step = 2; step <= 6; step++)
        {
            var t = tensor(new[] { (long)step });
            var apart = model.Schedule.PosteriorMean(2 * x - 1, xt, step) - model.Schedule.PosteriorMean(model.Predict(xt, t), xt, step);
            var divergence = (apart.square().sum() / (2 * model.Schedule.PosteriorVariance(step))).ToDouble();
            Assert.Equal(1, model.StepCost(x, xt, t).ToDouble() / divergence, 4);
        }
    }

    [Fact]
    public void Without_the_network_it_says_what_bayes_rule_says_of_each_bit()
    {
        using var scope = NewDisposeScope();
        using var model = Model(3);
        using (no_grad())
            foreach (var parameter in model.parameters()) parameter.zero_();
        var xt = tensor(new[,] { { 0.3f, -1.2f, 2 } });
        var kept = model.Schedule.Kept[4];
        Tensor Density(double x0) => (-(xt - Math.Sqrt(kept) * x0).square() / (2 * (1 - kept))).exp();
        Assert.True(sigmoid(model.call(xt, tensor([4L]))).allclose(Density(1) / (Density(1) + Density(-1)), 1e-5, 1e-6));
    }

    [Fact]
    public void Its_gradient_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        using var model = Model(3);
        model.to(ScalarType.Float64);
        var (x, xt, t) = (Bits.All(3)[5..7].to(float64), randn(2, 3, dtype: float64, generator: new Generator(6)), tensor([1L, 4L]));
        Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(() => model.StepCost(x, xt, t).mean(), parameter), 0, 1e-6));
    }

    [Fact]
    public void Another_width_and_pixels_that_are_no_bits_are_refused()
    {
        using var model = Model(3);
        Assert.Contains("(N, 3)", Assert.Throws<ArgumentException>(() => model.Bound(zeros(2, 4), new Generator(1))).Message);
        Assert.Contains("[0, 1]", Assert.Throws<ArgumentException>(() => model.StepCost(full(1, 3, 2f), zeros(1, 3), tensor([2L]))).Message);
    }
}
