using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A divergence with an allowance, so that numbers of a code are not given up at the start, when they say little as yet: Σⱼ max(λ, ⟨KL(q(zⱼ | x) ‖ p(zⱼ))⟩).</summary>
/// <remarks>
/// Below λ a number's divergence has no gradient, and the reconstruction alone decides. The sum is then larger than the divergence, and what is minimised
/// lies above −ELBO. Kingma et al., "Improved variational inference with inverse autoregressive flow" (2016), arXiv:1606.04934, appendix C.8, with a group of one
/// number each. Notebook 14.
/// </remarks>
public static class FreeBits
{
    /// <summary>Σⱼ max(λ, ⟨KLⱼ⟩), the mean being over the batch, in nats per example: N(μ, diag σ²) over (B, L) → a scalar.</summary>
    /// <param name="posterior">q(z | x) of a batch.</param>
    /// <param name="nats">λ, 0 or more for each number of the code; with 0 it is the divergence itself.</param>
    /// <exception cref="ArgumentException">λ is negative or not a number.</exception>
    public static Tensor Divergence(DiagonalGaussian posterior, double nats)
    {
        using var each = posterior.DivergenceFromStandard();                        // (B, L)
        if (nats.RequireNonNegative() == 0) return each.sum(dim: -1).mean();
        using var mean = each.mean([0L]);                                           // (L)
        return mean.clamp(min: nats).sum();
    }
}
