using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class JacobianTests
{
    private const int Inputs = 7, Units = 5, Examples = 4;

    private static Tensor Data(int rows = Examples) => rand(rows, Inputs, dtype: float64, generator: new Generator(1)).requires_grad_();

    private static TiedAutoencoder Layer()
    {
        var model = new TiedAutoencoder(Inputs, Units, new Generator(2));
        model.to(float64);
        return model;
    }

    private static Autoencoder Deep()
    {
        var model = new Autoencoder([Inputs, 6, Units], new BernoulliLikelihood(), new Generator(3), Activation.Tanh, Activation.Sigmoid);
        model.to(float64);
        return model;
    }

    [Fact]
    public void One_unit_of_one_input_by_hand()
    {
        // u = σ(2x) at x = 0: u = ½, ∂u/∂x = 2 · ½ · ½ = ½, its square ¼.
        using var scope = NewDisposeScope();
        var (code, weight) = (tensor(new[,] { { 0.5 } }), tensor(new[,] { { 2.0 } }));
        Assert.Equal(0.25, Jacobian.SquaredNormOfSigmoid(code, weight).ToDouble(), 12);
        var x = zeros(1, 1, dtype: float64).requires_grad_();
        Assert.Equal(0.5, Jacobian.Of(u => sigmoid(2 * u), x).ToDouble(), 12);
        Assert.Equal(0.25, Jacobian.SquaredNorm(sigmoid(2 * x), x).ToDouble(), 12);
    }

    [Fact]
    public void The_closed_form_of_a_sigmoid_layer_is_the_exact_norm()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Layer(), Data());
        var code = model.Encode(x);
        var difference = Jacobian.SquaredNormOfSigmoid(code, model.Weight) - Jacobian.SquaredNorm(code, x);
        Assert.InRange(difference.abs().max().ToDouble(), 0, 1e-12);
    }

    [Fact]
    public void Every_entry_agrees_with_finite_differences()
    {
        const double Step = 1e-6;
        using var scope = NewDisposeScope();
        var (model, x) = (Deep(), Data().detach());
        var jacobian = Jacobian.Of(model.Encode, x);                                // (B, K, D)
        Assert.Equal([Examples, Units, Inputs], jacobian.shape);
        Assert.False(jacobian.requires_grad);
        for (var i = 0; i < Inputs; i++)
        {
            var shift = zeros(Inputs, dtype: float64);
            shift[i] = Step;
            var column = (model.Encode(x + shift) - model.Encode(x - shift)) / (2 * Step);
            Assert.InRange((column - jacobian.select(2, i)).abs().max().ToDouble(), 0, 1e-8);
        }
    }

    [Theory]
    [InlineData(HutchinsonVectors.Rademacher)]
    [InlineData(HutchinsonVectors.Normal)]
    public void The_mean_of_many_draws_is_the_exact_norm_within_its_standard_error(HutchinsonVectors vectors)
    {
        const int Draws = 20_000;
        using var scope = NewDisposeScope();
        var model = Deep();
        var point = Data(1).detach();
        var x = point.expand(Draws, Inputs).clone().requires_grad_();               // one example, many times: each has its own v
        var estimates = Jacobian.EstimatedSquaredNorm(model.Encode(x), x, new Generator(5), vectors);
        var jacobian = Jacobian.Of(model.Encode, point)[0];
        var exact = jacobian.square().sum().ToDouble();
        var deviation = Math.Sqrt(Variance(jacobian.matmul(jacobian.t()), vectors));
        Assert.InRange(estimates.mean().ToDouble(), exact - 4 * deviation / Math.Sqrt(Draws), exact + 4 * deviation / Math.Sqrt(Draws));
        Assert.InRange(estimates.std().ToDouble(), 0.95 * deviation, 1.05 * deviation);
    }

    /// <summary>Of vᵀAv: 2 ‖A‖² for a normal v; for signs the diagonal does not vary.</summary>
    private static double Variance(Tensor a, HutchinsonVectors vectors) =>
        2 * (a.square().sum() - (vectors == HutchinsonVectors.Rademacher ? a.diagonal().square().sum() : zeros_like(a).sum())).ToDouble();

    [Fact]
    public void Several_draws_are_averaged()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Layer(), Data());
        var code = model.Encode(x);
        var three = Jacobian.EstimatedSquaredNorm(code, x, new Generator(9), draws: 3);
        var random = new Generator(9);
        var byHand = Enumerable.Range(0, 3).Select(_ => Jacobian.EstimatedSquaredNorm(code, x, random)).Aggregate((sum, one) => sum + one) / 3;
        Assert.InRange((three - byHand).abs().max().ToDouble(), 0, 1e-12);
    }

    [Fact]
    public void It_can_be_trained_the_gradient_of_the_norm_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        var (layer, deep, x) = (Layer(), Deep(), Data());
        foreach (var parameter in layer.parameters().Take(2))                       // W and θ; η is the decoder's
        {
            Assert.InRange(Gradients.Disagreement(() => Jacobian.SquaredNormOfSigmoid(layer.Encode(x), layer.Weight).mean(), parameter), 0, 1e-7);
            Assert.InRange(Gradients.Disagreement(() => Traced(() => Jacobian.SquaredNorm(layer.Encode(x), x)), parameter), 0, 1e-7);
        }
        foreach (var weight in deep.parameters().Take(4))
            Assert.InRange(Gradients.Disagreement(() => Traced(() => Jacobian.EstimatedSquaredNorm(deep.Encode(x), x, new Generator(7))), weight), 0, 1e-7);

        static Tensor Traced(Func<Tensor> norms)                                    // finite differences look without a graph
        {
            using var _ = enable_grad();
            return norms().mean();
        }
    }

    [Fact]
    public void Examples_without_a_trace_and_no_draws_are_refused()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Layer(), Data());
        Assert.StartsWith("x: expected what the code was computed from, with requires_grad, got a tensor that asks for no gradient.",
            Assert.Throws<ArgumentException>(() => Jacobian.SquaredNorm(model.Encode(x), x.detach())).Message);
        Assert.StartsWith("draws: expected 1 or more, got 0.",
            Assert.Throws<ArgumentException>(() => Jacobian.EstimatedSquaredNorm(model.Encode(x), x, new Generator(1), draws: 0)).Message);
    }
}
