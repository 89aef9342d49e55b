using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>How alike two points are, 1 where they are one: what a maximum mean discrepancy compares clouds by. Differentiable.</summary>
/// <remarks>Gretton et al., "A kernel two-sample test" (2012), eq. 3; Tolstikhin, Bousquet, Gelly and Schölkopf, "Wasserstein auto-encoders"
/// (2018), arXiv:1711.01558, §4, for the inverse multiquadratic, whose slope reaches points far away too.</remarks>
public sealed record KernelFunction
{
    private readonly Func<Tensor, Tensor> ofSquare;

    private KernelFunction(string name, Func<Tensor, Tensor> ofSquare) => (Name, this.ofSquare) = (name, ofSquare);

    /// <summary>Its name and width.</summary>
    public string Name { get; }

    /// <summary>k(a, b) = exp(−‖a − b‖² / 2ℓ²).</summary>
    /// <param name="width">ℓ.</param>
    /// <exception cref="ArgumentException">The width is not positive.</exception>
    public static KernelFunction Gaussian(double width)
    {
        var scale = -0.5 / Math.Pow(width.RequirePositive(), 2);
        return new(FormattableString.Invariant($"Gaussian, ℓ = {width}"), square => (scale * square).exp());
    }

    /// <summary>k(a, b) = C / (C + ‖a − b‖²).</summary>
    /// <param name="scale">C; twice the size of the code is the mean of ‖z − z′‖² under N(0, I).</param>
    /// <exception cref="ArgumentException">C is not positive.</exception>
    public static KernelFunction InverseMultiquadratic(double scale)
    {
        scale.RequirePositive();
        return new(FormattableString.Invariant($"inverse multiquadratic, C = {scale}"), square => scale / (scale + square));
    }

    /// <summary>MMD² = ⟨k(u, u′)⟩ + ⟨k(z, z′)⟩ − 2 ⟨k(u, z)⟩ over pairs of different points, unbiased: (N, L) and (M, L) → a scalar.</summary>
    /// <exception cref="ArgumentException">A cloud has fewer than two points, or L differs.</exception>
    public Tensor Discrepancy(Tensor first, Tensor second)
    {
        second.RequireMatrix(2).Require([-1, first.RequireMatrix(2).shape[1]]);
        return Within(first) + Within(second) - 2 * Between(first, second).mean();
    }

    /// <summary>The kernel of every pair: (N, L) and (M, L) → (N, M).</summary>
    public Tensor Between(Tensor first, Tensor second)
    {
        var origin = first.detach().mean([0L]);                                     // far from 0 the squares would swallow the distances
        var (a, b) = (first - origin, second - origin);
        var squares = a.square().sum(1).unsqueeze(1) + b.square().sum(1) - 2 * a.matmul(b.t());        // ‖a − b‖² = ‖a‖² + ‖b‖² − 2 a·b
        return ofSquare(squares.clamp(min: 0));
    }

    /// <summary>Its name and width.</summary>
    public override string ToString() => Name;

    /// <summary>⟨k(u, u′)⟩ over pairs of different points; each with itself gives 1 and is left out: (N, L) with N ≥ 2 → a scalar.</summary>
    /// <exception cref="ArgumentException">There are fewer than two points.</exception>
    public Tensor Within(Tensor points)
    {
        points.RequireMatrix(2);
        var n = (double)points.shape[0];
        return (Between(points, points).sum() - n) / (n * (n - 1));
    }
}
