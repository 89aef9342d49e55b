using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>How data are scattered about what the decoder says: p(x | parameters), independent over the D features.</summary>
/// <remarks>
/// The reconstruction error of an autoencoder is a negative log-likelihood, in nats: summed over the features, then averaged
/// over the examples, always in that order. The choice of likelihood is the choice of loss (notebook 01).
/// </remarks>
public abstract class Likelihood
{
    private protected Likelihood() { }

    /// <summary>E[x | parameters], in the space of the data: (B, D) → (B, D).</summary>
    public abstract Tensor Mean(Tensor parameters);

    /// <summary>−log p(x | parameters) of each example, in nats: (B, D) twice → (B).</summary>
    /// <exception cref="ArgumentException">The shapes differ, or this likelihood cannot produce such an x.</exception>
    public abstract Tensor NegativeLogLikelihood(Tensor parameters, Tensor x);

    /// <summary>⟨−log p(x | parameters)⟩, the average over the batch, in nats per example: a scalar.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or this likelihood cannot produce such an x.</exception>
    public Tensor Loss(Tensor parameters, Tensor x) => NegativeLogLikelihood(parameters, x).mean();
}

/// <summary>Each feature is on with probability σ(l): −log p(x | l) = Σᵢ softplus(lᵢ) − xᵢ lᵢ, the cross-entropy.</summary>
/// <remarks>
/// The parameters are logits l, so that nothing overflows: the loss stays finite where log σ(l) would be log 0. A pixel between 0 and 1
/// is read as the probability that the pixel is on, and the loss as the expectation over drawing it.
/// </remarks>
public sealed class BernoulliLikelihood : Likelihood
{
    /// <summary>"Bernoulli".</summary>
    public override string ToString() => "Bernoulli";

    /// <summary>σ(l): (B, D).</summary>
    public override Tensor Mean(Tensor parameters) => sigmoid(parameters);

    /// <inheritdoc/>
    /// <remarks>On a GPU, where reading a number back makes every kernel wait, an example outside [0, 1] is not refused: its loss is NaN.</remarks>
    public override Tensor NegativeLogLikelihood(Tensor parameters, Tensor x)
    {
        x.Require(parameters.shape);
        if (x.device_type == DeviceType.CPU) x.RequireProbabilities();
        var nats = functional.binary_cross_entropy_with_logits(parameters, x, reduction: Reduction.None).sum(dim: -1);
        return x.device_type == DeviceType.CPU ? nats : where(x.ge(0).logical_and(x.le(1)).all(dim: -1), nats, full_like(nats, double.NaN));
    }
}

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
    public GaussianLikelihood(double variance = 1) => Variance = variance.RequirePositive();

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

    /// <summary>"Gaussian, σ² = …".</summary>
    public override string ToString() => FormattableString.Invariant($"Gaussian, σ² = {Variance}");

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
