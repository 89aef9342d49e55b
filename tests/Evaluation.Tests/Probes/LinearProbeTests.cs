using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

[Collection("torch's own generator")]
public class LinearProbeTests
{
    [Fact]
    public void Codes_that_say_nothing_give_every_class_its_share()
    {
        using var scope = NewDisposeScope();
        using var probe = LinearProbe.Fit(zeros(8, 1), tensor(new long[] { 0, 0, 0, 0, 1, 1, 1, 2 }), penalty: 0);
        Assert.Equal([4 / 8.0, 3 / 8.0, 1 / 8.0], probe.LogProbabilities(zeros(1, 1)).exp()[0].data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(0.5, probe.Accuracy(zeros(8, 1), tensor(new long[] { 0, 0, 0, 0, 1, 1, 1, 2 })));
    }

    [Fact]
    public void Two_groups_of_unequal_purity_have_the_log_odds_of_their_counts()
    {
        // u = −1: three of class 0 and one of class 1; u = +1: one and three. Standardised u is itself, so w·u + b must reach ±log 3.
        using var scope = NewDisposeScope();
        var codes = tensor(new float[] { -1, -1, -1, -1, 1, 1, 1, 1 }).unsqueeze(1);
        using var probe = LinearProbe.Fit(codes, tensor(new long[] { 0, 0, 0, 1, 1, 1, 1, 0 }), penalty: 0);
        var logits = probe.LogProbabilities(tensor(new float[] { -1, 1 }).unsqueeze(1));
        Assert.Equal([-Math.Log(3), Math.Log(3)], (logits.select(1, 1) - logits.select(1, 0)).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void At_the_answer_the_gradient_vanishes()
    {
        // ∂/∂W = (p − y)ᵀ u / N + λ W = 0, worked out from the definition with autograd.
        using var scope = NewDisposeScope();
        var random = new Generator(3);
        var codes = randn(200, 5, generator: random);
        var labels = randint(0, 4, [200], dtype: int64, generator: random);
        using var probe = LinearProbe.Fit(codes, labels, penalty: 0.05);
        var standard = (codes - codes.mean([0])) / codes.std(0, unbiased: false);
        var (weight, bias) = (probe.Weight.to(float64).requires_grad_(), probe.Bias.to(float64).requires_grad_());
        var loss = nn.functional.cross_entropy(standard.to(float64).matmul(weight.t()) + bias, labels) + 0.025 * weight.square().sum();
        loss.backward();
        Assert.InRange(weight.grad!.abs().max().ToDouble(), 0, 2e-5);
        Assert.InRange(bias.grad!.abs().max().ToDouble(), 0, 2e-5);
    }

    [Fact]
    public void The_answer_does_not_depend_on_the_scale_of_a_code()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(4);
        var codes = randn(100, 3, generator: random);
        var labels = codes.select(1, 0).gt(0).to(int64);
        var scaled = codes * tensor(new float[] { 1000, 1, 0.001f }) + 5;
        using var plain = LinearProbe.Fit(codes, labels);
        using var stretched = LinearProbe.Fit(scaled, labels);
        Assert.True(allclose(plain.Weight, stretched.Weight, 1e-2, 1e-2));
    }

    [Fact]
    public void Labels_that_do_not_fit_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.StartsWith("labels: expected 3 numbers of type Int64, one a row, got (2) of type Int64",
            Assert.Throws<ArgumentException>(() => LinearProbe.Fit(zeros(3, 2), zeros([2], dtype: int64))).Message);
        Assert.StartsWith("codes: expected (N, K) with N ≥ 1 and K ≥ 1, got (0, 2)",
            Assert.Throws<ArgumentException>(() => LinearProbe.Fit(zeros(0, 2), zeros([0], dtype: int64))).Message);
    }
}
