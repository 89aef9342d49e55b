using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What a <see cref="GaussianVae"/> minimises: −ELBO, or a relative of it that asks more of the code.</summary>
public interface IVaeObjective
{
    /// <summary>The terms, in nats per example: (B, D) → their sum is minimised.</summary>
    /// <param name="model">Whose parameters learn.</param>
    /// <param name="x">A batch.</param>
    /// <param name="random">Where every draw comes from.</param>
    /// <exception cref="ArgumentException">x is not (B, D), not what the likelihood can produce, or a batch too small for the objective.</exception>
    LossTerms Loss(GaussianVae model, Tensor x, Generator random);
}

/// <summary>E_q[−log p(x | z)] + β KL(q(z | x) ‖ p(z)): −ELBO where β = 1, and an uneven bargain between its terms elsewhere.</summary>
/// <remarks>
/// Higgins et al., "β-VAE: learning basic visual concepts with a constrained variational framework" (2017). β is the multiplier of the constraint
/// KL ≤ ε. It has no unit of its own: with a Gaussian of variance σ² the loss is that of another σ² and another β, times a factor. Notebook 16.
/// </remarks>
/// <param name="Beta">β, 0 or more.</param>
public sealed record BetaObjective(double Beta) : IVaeObjective
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">β is negative.</exception>
    public LossTerms Loss(GaussianVae model, Tensor x, Generator random) => model.Loss(x, random, Beta);
}
