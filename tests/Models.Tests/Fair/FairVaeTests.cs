using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class FairVaeTests
{
    private static readonly long[] groups = [0, 1, 1, 0], labels = [1, 1, 0, 0];

    [Fact]
    public void Its_loss_is_the_four_terms_worked_from_its_parts()
    {
        using var scope = NewDisposeScope();
        var (model, x, s, y) = Some();
        var q1 = model.Posterior(x, s);
        var random = new Generator(5);
        var z1 = q1.At(randn(4, 2, generator: random));
        var q2 = model.Remainder(z1, y);
        var z2 = q2.At(randn(4, 2, generator: random));
        var (p1, l) = (model.Prior(z2, y), model.Parameters(z1, s).sigmoid());
        var loss = model.Loss(x, s, y, new Generator(5), alpha: 3);
        Assert.Equal(-(x * l.log() + (1 - x) * (1 - l).log()).sum(dim: 1).mean().ToDouble(), loss["reconstruction"].ToDouble(), 4);
        var (v1, v2) = (q1.LogVariance.exp(), p1.LogVariance.exp());
        Assert.Equal((0.5 * (p1.LogVariance - q1.LogVariance + (v1 + (q1.Mean - p1.Mean).square()) / v2 - 1)).sum(dim: 1).mean().ToDouble(), loss["divergence of z₁"].ToDouble(), 5);
        Assert.Equal((0.5 * (q2.LogVariance.exp() + q2.Mean.square() - 1 - q2.LogVariance)).sum(dim: 1).mean().ToDouble(), loss["divergence of z₂"].ToDouble(), 5);
        var p = model.LabelLogits(z1).softmax(1);
        var right = Enumerable.Range(0, 4).Average(i => -Math.Log(p[i, labels[i]].ToDouble()));
        Assert.Equal(3 * right, loss["label"].ToDouble(), 5);
    }

    [Fact]
    public void Its_gradient_agrees_with_finite_differences_with_either_invariance()
    {
        using var scope = NewDisposeScope();
        var (model, x, s, y) = Some();
        foreach (var invariance in new Invariance?[] { null, new GroupDiscrepancy(2) })
            foreach (var parameter in model.parameters().Take(4))
            {
                var by = autograd.grad([model.Loss(x, s, y, new Generator(5), 1, invariance)], [parameter])[0].flatten();
                using var _ = no_grad();
                var at = (int)by.abs().argmax().ToInt64();
                var number = parameter.view(-1)[at];
                double Shifted(float step) { number.add_(step); var value = model.Loss(x, s, y, new Generator(5), 1, invariance).ToDouble(); number.sub_(step); return value; }
                Assert.Equal(by[at].ToDouble(), (Shifted(1e-2f) - Shifted(-1e-2f)) / 2e-2, 0.02 * Math.Max(0.05, Math.Abs(by[at].ToDouble())));
            }
    }

    [Fact]
    public void Whoever_is_not_in_one_of_two_groups_is_refused()
    {
        using var scope = NewDisposeScope();
        var (model, x, s, y) = Some();
        Assert.Throws<ArgumentException>(() => model.Loss(x, s[..3], y, new Generator(1)));
        Assert.Throws<ArgumentException>(() => model.Loss(x, s - 1, y, new Generator(1)));
        Assert.Throws<ArgumentException>(() => model.Loss(x, 2 * s, y, new Generator(1)));
        Assert.Throws<ArgumentException>(() => model.Loss(x, s, 2 * y, new Generator(1)));
        Assert.Throws<ArgumentException>(() => model.Loss(x, s, y, new Generator(1), alpha: -1));
        Assert.Throws<ArgumentException>(() => new GroupDiscrepancy(-1));
        Assert.Throws<ArgumentException>(() => new Adversary(double.NaN));
    }

    private static (FairVae Model, Tensor X, Tensor S, Tensor Y) Some() =>
        (new FairVae(6, 5, 2, new BernoulliLikelihood(), new Generator(1)), rand(4, 6, generator: new Generator(2)).round(), tensor(groups), tensor(labels));
}
