using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>N(μ, Σ) over vectors of length n, with Σ = L Lᵀ.</summary>
public sealed class MultivariateNormal : distributions.Distribution
{
    private static readonly Operator cholesky = new("linalg_cholesky"), solveTriangular = new("linalg_solve_triangular"), inverse = new("linalg_inv");
    private readonly Tensor loc, factor;

    /// <summary>A normal distribution given its mean (…, n) and one of three (…, n, n): the covariance Σ, its inverse, or L.</summary>
    /// <exception cref="ArgumentException">Not exactly one of the three is given, or it is no matrix.</exception>
    public MultivariateNormal(
        Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null) : base(generator)
    {
        if (new[] { covariance_matrix, precision_matrix, scale_tril }.Count(matrix => matrix is not null) != 1)
            throw new ArgumentException("Give exactly one of covariance_matrix, precision_matrix and scale_tril.");
        using var scope = NewDisposeScope();
        var lower = scale_tril ?? cholesky.Call(covariance_matrix ?? inverse.Call(precision_matrix!));
        var n = loc.shape[^1];
        if (lower.dim() < 2 || lower.shape[^1] != n || lower.shape[^2] != n)
            throw new ArgumentException($"Expected a matrix of shape (…, {n}, {n}), got ({string.Join(", ", lower.shape)}).");
        var together = broadcast_tensors(loc.unsqueeze(-1), lower.narrow(-1, 0, 1));
        (batch_shape, event_shape) = (together[0].shape[..^2], n);
        this.loc = Owned(together[0].squeeze(-1));
        factor = Owned(lower.expand([.. batch_shape, n, n]));
    }

    /// <inheritdoc/>
    public override Tensor mean => loc;

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <summary>The diagonal of Σ.</summary>
    public override Tensor variance => WrappedTensorDisposeScope(() => factor.pow(2).sum(-1));

    /// <summary>μ + L ε with ε drawn from N(0, I).</summary>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var scope = NewDisposeScope();
        var noise = empty(ExtendedShape(sample_shape), dtype: loc.dtype, device: loc.device).normal_(generator: generator);
        return (loc + factor.matmul(noise.unsqueeze(-1)).squeeze(-1)).MoveToOuterDisposeScope();
    }

    /// <summary>−½ (n log 2π + ‖L⁻¹(x − μ)‖²) − log det L.</summary>
    public override Tensor log_prob(Tensor value)
    {
        using var scope = NewDisposeScope();
        var distance = (value - loc).unsqueeze(-1);
        var whitened = solveTriangular.Call(factor.expand([.. distance.shape[..^2], -1, -1]), distance, false);
        var constant = event_shape[0] * Math.Log(2 * Math.PI);
        return (-0.5 * (constant + whitened.pow(2).sum([-2, -1])) - LogDeterminant()).MoveToOuterDisposeScope();
    }

    /// <summary>½ n (1 + log 2π) + log det L.</summary>
    public override Tensor entropy() => WrappedTensorDisposeScope(() => 0.5 * event_shape[0] * (1 + Math.Log(2 * Math.PI)) + LogDeterminant());

    private Tensor LogDeterminant() => factor.diagonal(dim1: -2, dim2: -1).log().sum(-1);

    /// <inheritdoc/>
    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
    {
        RequireNone(instance);
        var n = event_shape[0];
        return new MultivariateNormal(loc.expand([.. batch_shape, n]), scale_tril: factor.expand([.. batch_shape, n, n]), generator: generator);
    }
}
