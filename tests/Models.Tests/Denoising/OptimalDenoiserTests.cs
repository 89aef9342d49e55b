using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class OptimalDenoiserTests
{
    private const double Deviation = 0.6;
    private static readonly ScalarType Precise = ScalarType.Float64;

    private static readonly Tensor Mean = tensor(new[] { 1.0, -2 });
    private static readonly Tensor Covariance = tensor(new[,] { { 2.0, 0.5 }, { 0.5, 0.25 } });

    // Σ = diag(3, 1), σ = 1, m = 0: each coordinate shrinks by λ/(λ + 1).
    [Fact]
    public void For_uncorrelated_data_each_coordinate_shrinks_by_its_own_signal_to_noise()
    {
        using var scope = NewDisposeScope();
        var denoiser = GaussianDenoiser.Of(zeros(2, dtype: Precise), diag(tensor(new[] { 3.0, 1 })), 1);
        Assert.Equal([3.0, 2], denoiser.Denoise(tensor(new[,] { { 4.0, 4 } })).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // Tweedie and Miyasawa: r(x) − x = σ² ∇ log N(x; m, Σ + σ²I), the gradient by autograd of the density itself.
    [Fact]
    public void It_moves_a_point_by_the_score_of_the_noisy_density()
    {
        using var scope = NewDisposeScope();
        var x = randn(6, 2, dtype: Precise, generator: new Generator(1)).requires_grad_();
        var noisy = distributions.MultivariateNormal(Mean, Covariance + Deviation * Deviation * eye(2, dtype: Precise));
        var score = autograd.grad([noisy.log_prob(x).sum()], [x])[0];
        var moved = GaussianDenoiser.Of(Mean, Covariance, Deviation).Denoise(x) - x;
        Assert.True(moved.allclose(Deviation * Deviation * score, rtol: 1e-9, atol: 1e-9));
    }

    [Fact]
    public void Fitted_to_a_sample_it_is_the_least_squares_map_from_noisy_to_clean()
    {
        using var scope = NewDisposeScope();
        var (clean, noisy) = Sample(20_000);
        var error = (GaussianDenoiser.Fit(clean, Deviation).Denoise(noisy) - clean).square().sum(1).mean().ToDouble();
        var design = cat([noisy, ones(20_000, 1, dtype: Precise)], 1);
        var best = linalg.solve(design.t().matmul(design), design.t().matmul(clean));
        var least = (design.matmul(best) - clean).square().sum(1).mean().ToDouble();
        Assert.InRange(error, least, 1.001 * least);
    }

    // The closed form is what a linear network trained on noisy pairs converges to; here it is nearly reached, and never beaten.
    [Fact]
    public void A_linear_denoising_autoencoder_learns_it()
    {
        using var scope = NewDisposeScope();
        var (clean, noisy) = Sample(4000);
        var model = new DenoisingAutoencoder(new Autoencoder([2, 2], new GaussianLikelihood(0.5), new Generator(3)), new GaussianNoise(Deviation)).to(Precise);
        var adam = optim.Adam(model.parameters(), lr: 0.01);
        var random = new Generator(4);
        for (var step = 0; step < 1500; step++)
        {
            using var inner = NewDisposeScope();
            adam.zero_grad();
            model.Loss(clean, random).backward();
            adam.step();
        }
        var closed = GaussianDenoiser.Fit(clean, Deviation).Denoise(noisy);
        var disagreement = (model.Reconstruct(noisy) - closed).square().sum(1).mean().ToDouble();
        Assert.InRange(disagreement, 0, 0.01);                                        // the moves themselves have ⟨‖r(x) − x‖²⟩ ≈ 0.4
    }

    [Fact]
    public void The_score_of_a_kernel_density_is_the_gradient_of_its_logarithm()
    {
        using var scope = NewDisposeScope();
        var density = new KernelDensity(randn(30, 2, dtype: Precise, generator: new Generator(5)), 0.4);
        var x = randn(7, 2, dtype: Precise, generator: new Generator(6)).requires_grad_();
        var gradient = autograd.grad([density.LogDensity(x).sum()], [x])[0];
        Assert.True(density.Score(x).allclose(gradient, rtol: 1e-9, atol: 1e-9));
    }

    // One example: N(x; x₁, σ²I), by hand log p = −log 2πσ² − ‖x − x₁‖²/2σ². Two: half way between them both weigh the same.
    [Fact]
    public void The_kernel_density_of_one_and_of_two_examples_is_as_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[,] { { 3.0, 4 } });
        var one = new KernelDensity(zeros(1, 2, dtype: Precise), 2);
        Assert.Equal(-Math.Log(8 * Math.PI) - 25.0 / 8, one.LogDensity(x).item<double>(), 12);
        Assert.Equal([-0.75, -1], one.Score(x).data<double>().ToArray());
        var two = new KernelDensity(tensor(new[,] { { 0.0, 0 }, { 2, 0 } }), 0.5);
        Assert.Equal([1.0, 0], two.Denoise(tensor(new[,] { { 1.0, 7 } })).data<double>().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_deviation_that_is_not_positive_is_refused(double deviation)
    {
        const string message = "deviation: expected a positive number, got";
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new KernelDensity(Covariance, deviation)).Message);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => GaussianDenoiser.Of(Mean, Covariance, deviation)).Message);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => GaussianDenoiser.Fit(Covariance, deviation)).Message);
    }

    [Fact]
    public void Fewer_than_two_examples_have_no_covariance() => Assert.StartsWith("x: expected two examples or more, got 1.",
        Assert.Throws<ArgumentException>(() => GaussianDenoiser.Fit(Covariance.narrow(0, 0, 1), 1)).Message);

    private static (Tensor Clean, Tensor Noisy) Sample(int count)
    {
        var clean = Mean + randn(count, 2, dtype: Precise, generator: new Generator(7)).matmul(linalg.cholesky(Covariance).t());
        return (clean, new GaussianNoise(Deviation).Apply(clean, new Generator(8)));
    }
}
