using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How far a cloud of points is from another cloud, or from the standard normal prior: MMD² with a Gaussian kernel.</summary>
/// <remarks>
/// k(a, b) = exp(−‖a − b‖² / 2ℓ²). MMD² = E k(u, u′) − 2 E k(u, z) + E k(z, z′) is 0 only if both have one distribution. The estimators
/// are unbiased, so near 0 they fall on either side of it. Gretton et al., "A kernel two-sample test" (2012), eq. 3. Notebook 03.
/// </remarks>
public static class MaximumMeanDiscrepancy
{
    /// <summary>MMD² between codes and N(0, I), with the prior's expectations in closed form: no draw is needed.</summary>
    /// <remarks>E k(u, z) = (ℓ²/(ℓ²+1))^(K/2) exp(−‖u‖² / 2(ℓ²+1)) and E k(z, z′) = (ℓ²/(ℓ²+2))^(K/2).</remarks>
    /// <param name="codes">u: (N, K) with N ≥ 2.</param>
    /// <param name="width">ℓ. Default: √K, as the median of ‖z − z′‖² is near 2K.</param>
    /// <exception cref="ArgumentException">There are fewer than two codes, or the width is not positive.</exception>
    public static double ToStandardNormal(Tensor codes, double? width = null)
    {
        codes.RequireMatrix(2);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (u, size) = (codes.to(float64), codes.shape[1]);
        var square = Square(width, size);
        var cross = Math.Pow(square / (square + 1), size / 2.0) * u.square().sum(1).mul(-0.5 / (square + 1)).exp().mean().ToDouble();
        return KernelFunction.Gaussian(Math.Sqrt(square)).Within(u).ToDouble() - 2 * cross + Math.Pow(square / (square + 2), size / 2.0);
    }

    /// <summary>MMD² between two clouds.</summary>
    /// <param name="first">(N, K) with N ≥ 2.</param>
    /// <param name="second">(M, K) with M ≥ 2.</param>
    /// <param name="width">ℓ. Default: √K.</param>
    /// <exception cref="ArgumentException">A cloud has fewer than two points, K differs, or the width is not positive.</exception>
    public static double Between(Tensor first, Tensor second, double? width = null)
    {
        first.RequireMatrix(2);
        second.RequireMatrix(2);
        if (first.shape[1] != second.shape[1])
            throw new ArgumentException($"{nameof(second)}: expected {first.shape[1]} numbers a point, got {second.shape[1]}.", nameof(second));
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        return KernelFunction.Gaussian(Math.Sqrt(Square(width, first.shape[1]))).Discrepancy(first.to(float64), second.to(float64)).ToDouble();
    }

    private static double Square(double? width, long size) => width is null ? size
        : Math.Pow(width.Value.RequirePositive(nameof(width)), 2);
}
