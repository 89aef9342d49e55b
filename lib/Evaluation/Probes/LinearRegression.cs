using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How much of a real factor a linear map can read off a code: v̂ = wᵀu + b, by least squares.</summary>
/// <remarks>
/// The regression twin of <see cref="LinearProbe"/>: numbers of the code are standardised, and a ridge of one in a million keeps the
/// answer defined when some of them never change or repeat each other. Notebook 03.
/// </remarks>
public sealed class LinearRegression : IFitted<LinearRegression>, IDisposable
{
    private const double Ridge = 1e-6, Dead = 1e-12;
    private readonly Tensor weight, mean, deviation;                                // (K) three times
    private readonly double intercept;

    private LinearRegression(Tensor weight, Tensor mean, Tensor deviation, double intercept) =>
        (this.weight, this.mean, this.deviation, this.intercept) = (weight, mean, deviation, intercept);

    /// <summary>w for standardised codes, float64: (K).</summary>
    public Tensor Weight => weight;

    /// <summary>Fits the regression.</summary>
    /// <param name="codes">u, one a row: (N, K) with N ≥ 2.</param>
    /// <param name="values">v, real: (N).</param>
    /// <exception cref="ArgumentException">There are fewer than two codes, not one value each, or a number that is not finite.</exception>
    public static LinearRegression Fit(Tensor codes, Tensor values)
    {
        values.RequireFinite().Require([codes.RequireMatrix(2).RequireFinite().shape[0]]);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var (u, v) = (codes.to(float64), values.to(float64));
        var mean = u.mean([0]);
        var deviation = (u - mean).square().mean([0]).sqrt();
        deviation = where(deviation.gt(Dead), deviation, ones_like(deviation));
        var features = (u - mean) / deviation;                                      // (N, K)
        var intercept = v.mean().ToDouble();
        var gram = features.t().matmul(features) / u.shape[0] + Ridge * eye(u.shape[1], dtype: float64, device: u.device);
        var weight = linalg.solve(gram, (features.t().matmul((v - intercept).unsqueeze(1)) / u.shape[0])).squeeze(1);
        return new(weight.DetachFromDisposeScope(), mean.DetachFromDisposeScope(), deviation.DetachFromDisposeScope(), intercept);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State => new Dictionary<string, Tensor> { ["weight"] = weight, ["mean"] = mean, ["deviation"] = deviation, ["intercept"] = tensor(intercept) };

    /// <inheritdoc/>
    public static LinearRegression Of(IReadOnlyDictionary<string, Tensor> state) =>
        new(state["weight"], state["mean"].Require(state["weight"].shape), state["deviation"].Require(state["weight"].shape), state["intercept"].ToDouble());

    /// <summary>v̂: (B, K) → (B), float64.</summary>
    public Tensor Predict(Tensor codes)
    {
        using var scope = NewDisposeScope();
        return ((codes.Require([-1, mean.shape[0]]).to(float64) - mean) / deviation).matmul(weight).add(intercept).MoveToOuterDisposeScope();
    }

    /// <summary>R² = 1 − Σ(v − v̂)² / Σ(v − v̄)²: 1 is perfect, 0 no better than the mean, below 0 worse than it.</summary>
    /// <exception cref="ArgumentException">There are fewer than two codes, not one value each, or all values are equal.</exception>
    public double R2(Tensor codes, Tensor values)
    {
        values.Require([codes.RequireMatrix(2).shape[0]]);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var v = values.to(float64);
        var total = (v - v.mean()).square().sum().ToDouble();
        return total > 0 ? 1 - (v - Predict(codes)).square().sum().ToDouble() / total
            : throw new ArgumentException($"{nameof(values)}: all {values.shape[0]} are equal, so there is nothing to explain.", nameof(values));
    }

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[weight, mean, deviation]) tensor.Dispose();
    }
}
