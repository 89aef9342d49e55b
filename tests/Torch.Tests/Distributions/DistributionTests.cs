using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class DistributionTests
{
    private static readonly Dictionary<string, JsonElement> Recorded = RecordedFile.Cases("torch-draws.json")
        .Where(found => found.Name.StartsWith("distributions: ", StringComparison.Ordinal))
        .ToDictionary(found => found.Name["distributions: ".Length..], found => found.Value);

    private static readonly Dictionary<string, Func<Tensor[], distributions.Distribution>> Ours = new()
    {
        ["Normal"] = p => distributions.Normal(p[0], p[1]),
        ["Laplace"] = p => distributions.Laplace(p[0], p[1]),
        ["Uniform"] = p => distributions.Uniform(p[0], p[1]),
        ["Bernoulli"] = p => distributions.Bernoulli(p[0]),
        ["Bernoulli of logits"] = p => distributions.Bernoulli(logits: p[0]),
        ["Categorical"] = p => distributions.Categorical(p[0]),
        ["Categorical of logits"] = p => distributions.Categorical(logits: p[0]),
        ["MultivariateNormal"] = p => distributions.MultivariateNormal(p[0], covariance_matrix: p[1]),
        ["MultivariateNormal of a factor"] = p => distributions.MultivariateNormal(p[0], scale_tril: p[1]),
        ["MultivariateNormal of a precision"] = p => distributions.MultivariateNormal(p[0], precision_matrix: p[1]),
    };

    public static TheoryData<string> Cases => [.. Recorded.Keys];

    private static Tensor Part(string name, string part) => Oracle.Parse(Recorded[name].GetProperty(part))!;

    private static Tensor[] Parameters(string name) =>
        [.. Recorded[name].GetProperty("parameters").EnumerateArray().Select(parameter => Oracle.Parse(parameter)!.requires_grad_())];

    private static void Same(Tensor expected, Tensor found) =>
        Assert.True(expected.allclose(found.detach(), 1e-9, 1e-9, equal_nan: true), $"recorded\n{expected}\nfound\n{found}");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_distribution_answers_as_PyTorchs_did(string name)
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters(name);
        using var distribution = Ours[name](parameters);
        var logProbability = distribution.log_prob(Part(name, "value"));
        Same(Part(name, "log_prob"), logProbability);
        Same(Part(name, "entropy"), distribution.entropy());
        Same(Part(name, "mean"), distribution.mean);
        Same(Part(name, "variance"), distribution.variance);
        var weights = arange(logProbability.numel(), dtype: float64).cos().reshape(logProbability.shape);
        var gradients = autograd.grad([(logProbability * weights).sum()], parameters);
        foreach (var (expected, found) in Recorded[name].GetProperty("gradients").EnumerateArray().Zip(gradients))
            Same(Oracle.Parse(expected)!, found!);
        if (!Recorded[name].TryGetProperty("cdf", out _)) return;
        Same(Part(name, "cdf"), distribution.cdf(Part(name, "value")));
        Same(Part(name, "icdf"), distribution.icdf(Part(name, "probabilities")));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_distribution_draws_what_PyTorchs_drew_from_the_same_seed(string name)
    {
        if (!Recorded[name].TryGetProperty("draw", out _)) return;
        using var scope = NewDisposeScope();
        using var distribution = Ours[name](Parameters(name));
        manual_seed(11);
        Same(Part(name, "draw"), distribution.rsample(5).to(Part(name, "draw").dtype));
    }

    [Fact]
    public void Every_distribution_here_was_recorded() => Assert.Empty(Ours.Keys.Except(Recorded.Keys));

    [Fact]
    public void Reparameterised_draws_carry_gradients_and_plain_ones_do_not()
    {
        using var scope = NewDisposeScope();
        var (mean, deviation) = (zeros(3, requires_grad: true), ones(3, requires_grad: true));
        using var normal = distributions.Normal(mean, deviation);
        Assert.False(normal.sample(4).requires_grad);
        var draw = normal.rsample(4);
        draw.sum().backward();
        Assert.Equal([4f, 4f, 4f], mean.grad!.data<float>().ToArray());
        Assert.True(deviation.grad!.allclose(draw.detach().sum(dim: 0), 1e-5, 1e-5));
    }

    [Fact]
    public void Draws_come_from_the_generator_given()
    {
        using var scope = NewDisposeScope();
        var logits = zeros(6);
        Tensor Coins() => distributions.Bernoulli(logits: logits, generator: new Generator(5)).sample(3);
        Tensor Dice() => distributions.Categorical(logits: logits, generator: new Generator(5)).sample(3);
        Assert.True(Coins().equal(Coins()).ToBoolean());
        Assert.True(Dice().equal(Dice()).ToBoolean());
    }

    [Fact]
    public void A_distribution_outlives_the_scope_it_was_made_in_and_its_generator_outlives_it()
    {
        using var random = new Generator(1);
        Normal prior;
        using (NewDisposeScope()) prior = distributions.Normal(zeros(2), ones(2), random);
        using (var draw = prior.sample(3)) Assert.Equal([3L, 2], draw.shape);
        prior.Dispose();
        using var another = rand(1, generator: random);
        Assert.InRange(another.item<float>(), 0, 1);
    }

    [Fact]
    public void Probabilities_outside_zero_and_one_are_refused()
    {
        using var scope = NewDisposeScope();
        var refusal = Assert.Throws<ArgumentException>(() => distributions.Bernoulli(tensor(new[] { 0.5f, 1.5f })));
        Assert.StartsWith("probs: expected probabilities in [0, 1], got values from 0.5 to 1.5.", refusal.Message);
        Assert.Throws<ArgumentException>(() => distributions.Bernoulli());
    }
}
