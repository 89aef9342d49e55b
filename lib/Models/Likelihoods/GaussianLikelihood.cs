using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Each feature is normal about the decoder's output m: −log p(x | m) = ‖x − m‖² / 2σ² + (D/2) log 2πσ².</summary>
/// <remarks>
/// With σ² fixed this is the squared error up to the factor 1/(2σ²) and a constant: the same minimum on another scale.
/// σ² = ½ gives exactly ‖x − m‖² and a constant; σ² = 1 gives half of it. The scale matters as soon as a second term joins the loss.
/// </remarks>
public sealed class GaussianLikelihood : Likelihood
{
    /// <summary>A Gaussian of fixed variance.</summary>
    /// <param name="variance">σ² of every feature.</param>
    /// <exception cref="ArgumentException">The variance is not a positive number.</exception>
    public GaussianLikelihood(double variance = 1)
    {
        if (!(variance > 0 && double.IsFinite(variance)))
            throw new ArgumentException($"{nameof(variance)}: expected a positive number, got {variance}.", nameof(variance));
        Variance = variance;
    }

    /// <summary>σ², the same for every feature.</summary>
    public double Variance { get; }

    /// <summary>The likelihood whose variance explains the residuals best: σ̂² = ⟨(x − m)²⟩ over all features and examples.</summary>
    /// <remarks>There −log p per feature is ½ (log 2πσ̂² + 1). Rybkin, Daniilidis and Levine, "Simple and Effective VAE Training with
    /// Calibrated Decoders" (2021), arXiv:2006.13202, §3.</remarks>
    public static GaussianLikelihood Fitted(Tensor mean, Tensor x)
    {
        using var scope = NewDisposeScope();
        return new((x - mean).square().mean().ToDouble());
    }

    /// <summary>The decoder's output itself: (B, D).</summary>
    public override Tensor Mean(Tensor parameters) => parameters;

    /// <inheritdoc/>
    public override Tensor NegativeLogLikelihood(Tensor parameters, Tensor x)
    {
        x.Require(parameters.shape);
        var constant = 0.5 * x.shape[^1] * Math.Log(2 * Math.PI * Variance);
        return (x - parameters).square().sum(dim: -1) / (2 * Variance) + constant;
    }
}
