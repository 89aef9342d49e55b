using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>How two subspaces lie to each other, whatever bases they are given in.</summary>
public static class PrincipalAngles
{
    /// <summary>The principal angles between the column spaces of two matrices, rising, in degrees: (D, K) twice → (K).</summary>
    /// <remarks>
    /// Small ones from their sine, σ((I − QQᵀ)Q'), large ones from their cosine, σ(QᵀQ'), as neither alone is accurate at both ends.
    /// Björck and Golub, "Numerical methods for computing angles between linear subspaces" (1973).
    /// </remarks>
    /// <exception cref="ArgumentException">The matrices are not of one shape with at least as many rows as columns.</exception>
    public static Tensor Between(Tensor a, Tensor b)
    {
        if (a.dim() != 2 || a.shape[0] < a.shape[1])
            throw new ArgumentException($"{nameof(a)}: expected (D, K) with K ≤ D, got ({string.Join(", ", a.shape)}).", nameof(a));
        b.Require(a.shape);

        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (p, q) = (Orthonormal(a), Orthonormal(b));
        var overlap = p.t().matmul(q);                                              // (K, K)
        var cosines = linalg.svdvals(overlap).clamp(0, 1);                          // falling
        var sines = linalg.svdvals(q - p.matmul(overlap)).clamp(0, 1).flip(0);      // rising
        return scope.MoveToOuter(where(sines.square().lt(0.5), sines.asin(), cosines.acos()) * (180 / Math.PI));
    }

    /// <summary>The largest of them, in degrees: 0 when the subspaces are one and the same.</summary>
    public static double Largest(Tensor a, Tensor b)
    {
        using var angles = Between(a, b);
        return angles[-1].ToDouble();
    }

    private static Tensor Orthonormal(Tensor columns) => linalg.qr(columns.to_type(ScalarType.Float64)).Q;
}
