using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>InfoVAE: E_q[−log p(x | z)] + (1 − α) KL(q(z | x) ‖ p(z)) + (α + λ − 1) MMD²(q(z), p(z)).</summary>
/// <remarks>
/// KL(q(z | x) ‖ p(z)) = I_q(x; z) + KL(q(z) ‖ p(z)): what the code tells, and how far all codes together are from the prior. A Lagrangian gives each
/// a multiplier of its own, 1 − α to the first and, where MMD² stands for the second, λ to the other. α = 0, λ = 1 is the VAE; α = 1 − β, λ = β is
/// β-VAE; α = 1 does not charge for information at all. Zhao, Song and Ermon, "InfoVAE: balancing learning and inference in variational
/// autoencoders" (2019), arXiv:1706.02262, eq. 6; "The information autoencoding family: a Lagrangian perspective on latent variable generative
/// models" (2018), arXiv:1806.06514. Notebook 16.
/// </remarks>
/// <param name="Alpha">α, 1 or less.</param>
/// <param name="Lambda">λ, at least 1 − α.</param>
public sealed record InformationObjective(double Alpha, double Lambda) : IVaeObjective
{
    /// <summary>How two clouds of codes are compared. Default: the inverse multiquadratic of the size of the code.</summary>
    public KernelFunction? Kernel { get; init; }

    /// <inheritdoc/>
    /// <remarks>MMD² is unbiased over the batch and as many draws from N(0, I); for small batches it may fall below 0.</remarks>
    /// <exception cref="ArgumentException">α is above 1, λ below 1 − α, or the batch has one example only.</exception>
    public LossTerms Loss(GaussianVae model, Tensor x, Generator random)
    {
        (1 - Alpha).RequireNonNegative("1 − α");
        var weight = Math.Round(Alpha + Lambda - 1, 12).RequireNonNegative("α + λ − 1");
        var output = model.call(x, Draws.Normal([x.shape[0], model.LatentSize], random, x.dtype, x.device));
        var terms = new LossTerms(
            ("reconstruction", model.Likelihood.Loss(output.Parameters, x)),
            ("divergence", (1 - Alpha) * output.Posterior.DivergenceFromStandard().sum(dim: -1).mean()));
        if (weight == 0) return terms;
        var prior = Draws.NormalLike(output.Z, random);
        return terms.And(("discrepancy", weight * (Kernel ?? KernelFunction.InverseMultiquadratic(2 * model.LatentSize)).Discrepancy(output.Z, prior)));
    }
}
