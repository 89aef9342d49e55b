using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>p(z) = N(0, I), p(x | z) = N(Wz + m, σ²I): the one latent-variable model of which everything is known, float64.</summary>
/// <remarks>
/// p(x) = N(m, WWᵀ + σ²I), and p(z | x) is normal. W may be turned, W → WR, and p(x) is the same; here it is turned so that its columns are
/// orthogonal, and the coordinates of p(z | x) are independent. Tipping and Bishop, "Probabilistic principal component analysis" (1999), §3.
/// What a bound, an estimate or a sampler says of it can be held against the truth. Notebook 13.
/// </remarks>
public sealed class LinearGaussianModel : ILatentVariableModel, IDisposable
{
    private readonly Tensor weight, mean, singular;                                 // (D, L), (D), (L)

    /// <summary>A model.</summary>
    /// <param name="weight">W: (D, L) with L ≤ D. It is turned.</param>
    /// <param name="mean">m: (D).</param>
    /// <param name="variance">σ².</param>
    /// <exception cref="ArgumentException">A shape is another, or σ² is not positive.</exception>
    public LinearGaussianModel(Tensor weight, Tensor mean, double variance)
    {
        using var scope = NewDisposeScope();
        weight.RequireMatrix(1);
        if (weight.shape[1] > weight.shape[0]) throw new ArgumentException($"{nameof(weight)}: expected no more columns than rows, got ({string.Join(", ", weight.shape)}).", nameof(weight));
        var (u, s, _) = linalg.svd(weight.to(float64), fullMatrices: false);
        this.weight = (u * s).DetachFromDisposeScope();
        singular = s.DetachFromDisposeScope();
        this.mean = mean.Require([weight.shape[0]]).to(float64).clone().DetachFromDisposeScope();
        Variance = variance.RequirePositive();
    }

    /// <summary>σ².</summary>
    public double Variance { get; }

    /// <inheritdoc/>
    public int LatentSize => (int)weight.shape[1];

    /// <summary>p(z | x) itself: N((σ² + sⱼ²)⁻¹ wⱼᵀ(x − m), σ²/(σ² + sⱼ²)), sⱼ = ‖wⱼ‖: (B, D) → (B, L).</summary>
    public DiagonalGaussian Posterior(Tensor x)
    {
        var precision = singular.square() + Variance;                               // (L)
        return new(Centred(x).matmul(weight) / precision, (Variance / precision).log().expand(x.shape[0], LatentSize));
    }

    /// <inheritdoc/>
    public Tensor LogJoint(Tensor x, Tensor z)
    {
        var residual = Centred(x) - z.matmul(weight.t());                           // (…, B, D)
        return DiagonalGaussian.StandardLogDensity(z) - 0.5 * (residual.square() / Variance + Math.Log(2 * Math.PI * Variance)).sum(dim: -1);
    }

    /// <summary>log p(x) = log N(x; m, WWᵀ + σ²I), in nats: (B, D) → (B).</summary>
    public Tensor LogEvidence(Tensor x)
    {
        var (centred, along) = (Centred(x), singular.square() + Variance);          // (B, D), (L)
        var shrunk = centred.matmul(weight).square() / along;                       // (B, L)
        var logDeterminant = along.log().sum().ToDouble() + (weight.shape[0] - LatentSize) * Math.Log(Variance);
        return -0.5 * ((centred.square().sum(dim: -1) - shrunk.sum(dim: -1)) / Variance + logDeterminant + weight.shape[0] * Math.Log(2 * Math.PI));
    }

    /// <summary>ELBO(q) = E_q[log p(x | z)] − KL(q ‖ p(z)) in closed form, in nats: (B, D) → (B).</summary>
    /// <param name="x">Examples.</param>
    /// <param name="q">Any diagonal Gaussian: (B, L).</param>
    public Tensor Elbo(Tensor x, DiagonalGaussian q)
    {
        var residual = (Centred(x) - q.Mean.matmul(weight.t())).square().sum(dim: -1);
        var spread = (singular.square() * q.LogVariance.exp()).sum(dim: -1);        // E‖W(z − μ)‖²
        var logLikelihood = -0.5 * ((residual + spread) / Variance + weight.shape[0] * Math.Log(2 * Math.PI * Variance));
        return logLikelihood - q.DivergenceFromStandard().sum(dim: -1);
    }

    /// <summary>x ~ p(x), by way of z: (count, D).</summary>
    public Tensor Sample(int count, Generator random)
    {
        using var scope = NewDisposeScope();
        var z = Draws.Normal([count.RequireSize(), LatentSize], random, ScalarType.Float64);
        var noise = Draws.Normal([count, weight.shape[0]], random, ScalarType.Float64);
        return (z.matmul(weight.t()) + mean + Math.Sqrt(Variance) * noise).MoveToOuterDisposeScope();
    }

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        weight.Dispose();
        mean.Dispose();
        singular.Dispose();
    }

    private Tensor Centred(Tensor x) => x.Require([-1, mean.shape[0]]).to(float64) - mean;
}
