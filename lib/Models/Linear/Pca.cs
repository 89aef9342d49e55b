using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Principal component analysis with the face of an autoencoder: u = P(x − m), x̂ = Pᵀu + m.</summary>
/// <remarks>
/// The rows of P maximise pᵀΣp subject to pᵀp = 1, each orthogonal to those before it; setting the gradient of pᵀΣp − λ(pᵀp − 1) to
/// zero gives Σp = λp. No linear map of the same size has a smaller squared error.
/// Hotelling, "Analysis of a complex of statistical variables into principal components" (1933). Notebook 02.
/// </remarks>
public sealed class Pca : IAutoencoder, IFitted<Pca>, IDisposable
{
    private Pca(Tensor mean, Tensor components, Tensor variances, double totalVariance)
    {
        (Mean, Components, ExplainedVariance) = (mean, components, variances);
        ExplainedVarianceRatio = (variances / (totalVariance > 0 ? totalVariance : 1)).DetachFromDisposeScope();   // what never changes: shares of 0
        TotalVariance = totalVariance;
    }

    /// <summary>m, the mean of the data: (D).</summary>
    public Tensor Mean { get; }

    /// <summary>P, orthonormal rows by falling variance, each signed so that its largest entry is positive: (K, D).</summary>
    public Tensor Components { get; }

    /// <summary>λ, the variance of the data along each component, with divisor N − 1: (K).</summary>
    public Tensor ExplainedVariance { get; }

    /// <summary>λ / tr Σ, each component's share of the variance of the data: (K).</summary>
    public Tensor ExplainedVarianceRatio { get; }

    /// <summary>tr Σ, the summed variance of all D features.</summary>
    public double TotalVariance { get; }

    /// <summary>The exact principal components of data, from the covariance (D ≤ N) or from the data's own singular values (N &lt; D).</summary>
    /// <param name="x">N examples of D features, in single or double precision: (N, D).</param>
    /// <param name="size">K, how many components to keep.</param>
    /// <exception cref="ArgumentException">x is not a matrix of two or more rows of finite floating-point numbers, or has fewer than K rows or columns.</exception>
    public static Pca Fit(Tensor x, int size)
    {
        var (examples, features) = x.dim() == 2 ? (x.shape[0], x.shape[1])
            : throw new ArgumentException($"{nameof(x)}: expected (N, D), got {x.dim()} dimensions.", nameof(x));
        if (examples < 2) throw new ArgumentException($"{nameof(x)}: expected two examples or more, as one does not vary, got ({examples}, {features}).", nameof(x));
        if (!x.is_floating_point()) throw new ArgumentException($"{nameof(x)}: expected floating-point numbers, got {x.dtype}: .to(float32) makes them so.", nameof(x));
        x.RequireFinite();
        if (size < 1 || size > Math.Min(examples, features))
            throw new ArgumentException($"{nameof(size)}: expected 1 to {Math.Min(examples, features)} components of ({examples}, {features}), got {size}.", nameof(size));

        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var mean = x.mean([0]);
        var (variances, axes) = features <= examples ? OfCovariance(Covariance.Of(x, mean)) : OfData((x - mean).to_type(ScalarType.Float64));
        var components = Signed(axes.narrow(0, 0, size));
        return new(Kept(mean), Kept(components), Kept(variances.narrow(0, 0, size)), variances.sum().ToDouble());

        Tensor Kept(Tensor tensor) => tensor.to_type(x.dtype).clone().DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State => new Dictionary<string, Tensor>
    {
        ["mean"] = Mean,
        ["components"] = Components,
        ["variances"] = ExplainedVariance,
        ["total variance"] = tensor(TotalVariance),
    };

    /// <inheritdoc/>
    public static Pca Of(IReadOnlyDictionary<string, Tensor> state) => new(
        state["mean"].Require([state["components"].shape[1]]), state["components"], state["variances"].Require([state["components"].shape[0]]), state["total variance"].ToDouble());

    /// <summary>u = P(x − m): (B, D) → (B, K).</summary>
    public Tensor Encode(Tensor x) => (x.Require([-1, Mean.shape[0]]) - Mean).matmul(Components.t());

    /// <summary>x̂ = Pᵀu + m: (B, K) → (B, D).</summary>
    public Tensor Decode(Tensor code) => code.Require([-1, Components.shape[0]]).matmul(Components) + Mean;

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[Mean, Components, ExplainedVariance, ExplainedVarianceRatio]) tensor.Dispose();
    }

    private static (Tensor Variances, Tensor Axes) OfCovariance(Tensor covariance)
    {
        var (values, vectors) = linalg.eigh(covariance);                            // rising: (D), columns (D, D)
        return (values.clamp(min: 0).flip(0), vectors.t().flip(0));
    }

    private static (Tensor Variances, Tensor Axes) OfData(Tensor centred)
    {
        var (_, singular, axes) = linalg.svd(centred, fullMatrices: false);         // falling: (N), rows (N, D)
        return (singular.square() / (centred.shape[0] - 1), axes);
    }

    private static Tensor Signed(Tensor rows)
    {
        var largest = rows.abs().argmax(1, keepdim: true);
        return rows * rows.gather(1, largest).sign();
    }
}
