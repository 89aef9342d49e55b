using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The best denoiser there is for Gaussian data and Gaussian noise: r(x̃) = E[x | x̃] = m + Σ (Σ + σ²I)⁻¹ (x̃ − m).</summary>
/// <remarks>
/// No network has a smaller ⟨‖x − r(x̃)‖²⟩ when x ~ N(m, Σ) and x̃ = x + σε. It moves a point by r(x̃) − x̃ = σ² ∇ log p_σ(x̃), where
/// p_σ = N(m, Σ + σ²I): Miyasawa, "An empirical Bayes estimator of the mean of a normal population" (1961); Robbins (1956), who credits
/// Tweedie. Wiener's filter, for pictures. Notebook 05.
/// </remarks>
public sealed class GaussianDenoiser : IDisposable
{
    private readonly Tensor mean, gain;                                             // m (D); (Σ + σ²I)⁻¹ Σ (D, D)

    private GaussianDenoiser(Tensor mean, Tensor gain) => (this.mean, this.gain) = (mean, gain);

    /// <summary>The denoiser of this Gaussian.</summary>
    /// <param name="mean">m: (D).</param>
    /// <param name="covariance">Σ: (D, D).</param>
    /// <param name="deviation">σ of the noise, positive.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the deviation is not positive.</exception>
    public static GaussianDenoiser Of(Tensor mean, Tensor covariance, double deviation)
    {
        var size = mean.Require([-1]).shape[0];
        covariance.Require([size, size]);
        deviation.RequirePositive();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var noisy = covariance + deviation * deviation * eye(size, dtype: covariance.dtype, device: covariance.device);
        return new(mean.clone().DetachFromDisposeScope(), linalg.solve(noisy, covariance).DetachFromDisposeScope());
    }

    /// <summary>The denoiser of the Gaussian with the mean and the covariance of these examples: (N, D).</summary>
    /// <exception cref="ArgumentException">There are fewer than two examples, or the deviation is not positive.</exception>
    public static GaussianDenoiser Fit(Tensor x, double deviation)
    {
        if (x.Require([-1, -1]).shape[0] < 2) throw new ArgumentException($"{nameof(x)}: expected two examples or more, got {x.shape[0]}.", nameof(x));
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var mean = x.mean([0]);
        return Of(mean, Covariance.Of(x, mean).to_type(x.dtype), deviation);
    }

    /// <summary>E[x | x̃]: (B, D) → (B, D).</summary>
    public Tensor Denoise(Tensor corrupted) => (corrupted.Require([-1, mean.shape[0]]) - mean).matmul(gain) + mean;

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        mean.Dispose();
        gain.Dispose();
    }
}
