using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>Which number of a code goes with which true factor, one pair at a time.</summary>
public static class Correlation
{
    /// <summary>Pearson's r = cov(u, v) / (σᵤ σᵥ) of every number of the code with every factor: (N, K) and F times (N) → (K, F), float64; 0 where one never changes.</summary>
    /// <param name="codes">u: (N, K) with N ≥ 2.</param>
    /// <param name="factors">v, real numbers: (N) each.</param>
    /// <exception cref="ArgumentException">There is no factor, there are fewer than two codes, or the lengths differ.</exception>
    public static Tensor Between(Tensor codes, params IReadOnlyList<Tensor> factors)
    {
        if (codes.dim() != 2 || codes.shape[0] < 2) throw new ArgumentException($"{nameof(codes)}: expected (N, K) with two codes or more, got ({string.Join(", ", codes.shape)}).", nameof(codes));
        if (factors.Count == 0) throw new ArgumentException($"{nameof(factors)}: expected one factor or more, got none.", nameof(factors));
        if (factors.FirstOrDefault(factor => factor.dim() != 1 || factor.shape[0] != codes.shape[0]) is { } odd)
            throw new ArgumentException($"{nameof(factors)}: expected {codes.shape[0]} numbers each, one a code, got ({string.Join(", ", odd.shape)}).", nameof(factors));
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var u = Standardised(codes.to(float64));                                    // (N, K)
        var v = Standardised(stack(factors.Select(factor => factor.to(float64)).ToArray(), 1));   // (N, F)
        return u.t().matmul(v).div(codes.shape[0]).MoveToOuterDisposeScope();
    }

    private static Tensor Standardised(Tensor columns)
    {
        var centred = columns - columns.mean([0]);
        var deviation = centred.square().mean([0]).sqrt();
        return centred / where(deviation.gt(1e-12), deviation, ones_like(deviation));
    }
}
