using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A density p(x) = ∫ p(x, z) dz whose integral nobody can do, beside a q(z | x) that knows where to look: all that a bound or an estimate of it needs.</summary>
public interface ILatentVariableModel
{
    /// <summary>L, the numbers in z.</summary>
    int LatentSize { get; }

    /// <summary>q(z | x), the encoder's distribution: (B, D) → N(μ, diag σ²) over (B, L).</summary>
    /// <exception cref="ArgumentException">The examples have another shape.</exception>
    DiagonalGaussian Posterior(Tensor x);

    /// <summary>log p(x, z) = log p(x | z) + log p(z), in nats: (B, D) and (…, B, L) → (…, B).</summary>
    /// <exception cref="ArgumentException">A shape is another, or the likelihood cannot produce such an x.</exception>
    Tensor LogJoint(Tensor x, Tensor z);
}
