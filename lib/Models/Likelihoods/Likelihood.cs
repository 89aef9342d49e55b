using static TorchSharp.torch;

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
