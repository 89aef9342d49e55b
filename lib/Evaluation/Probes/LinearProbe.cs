using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How much of the classes a linear map can read off a code: softmax regression, p(y | u) = softmax(W u + b).</summary>
/// <remarks>
/// Minimises ⟨−log p(y | u)⟩ + ½ λ ‖W‖², which is convex: the answer belongs to the codes and not to a learning rate. Features are
/// standardised first (by the mean and deviation of the codes it was fitted on), so that λ means the same for every code.
/// Alain and Bengio, "Understanding intermediate layers using linear classifier probes" (2016), arXiv:1610.01644. Notebook 03.
/// </remarks>
public sealed class LinearProbe : IFitted<LinearProbe>, IDisposable
{
    private const double Tolerance = 1e-6;
    private readonly Tensor weight, bias, mean, deviation;                          // (C, K), (C), (K), (K)

    private LinearProbe(Tensor weight, Tensor bias, Tensor mean, Tensor deviation) =>
        (this.weight, this.bias, this.mean, this.deviation) = (weight, bias, mean, deviation);

    /// <summary>W, for standardised codes: (C, K).</summary>
    public Tensor Weight => weight;

    /// <summary>b: (C).</summary>
    public Tensor Bias => bias;

    /// <summary>Fits the probe.</summary>
    /// <param name="codes">u, one a row: (N, K).</param>
    /// <param name="labels">y, int64, from 0: (N).</param>
    /// <param name="classes">C; one more than the largest label if not said.</param>
    /// <param name="penalty">λ. Default: 0.001; with few labels 0.01 to 0.1 is better.</param>
    /// <param name="iterations">At most so many steps of L-BFGS. Default: 200.</param>
    /// <exception cref="ArgumentException">There is no code, one is not finite, or labels do not fit.</exception>
    public static LinearProbe Fit(Tensor codes, Tensor labels, int? classes = null, double penalty = 1e-3, int iterations = 200)
    {
        labels.RequireLabels(codes.RequireMatrix(1).shape[0], classes ?? long.MaxValue);
        codes.RequireFinite();
        penalty.RequireNonNegative();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var count = classes ?? (int)labels.max().ToInt64() + 1;
        var mean = codes.mean([0], type: float64);
        var deviation = codes.to(float64).sub_(mean).square().mean([0]).sqrt();
        deviation = where(deviation.gt(1e-8), deviation, ones_like(deviation));     // a number that never changes says nothing
        var u = ((codes.Real() - mean) / deviation).to(float32);
        u = cat([u, ones_like(u.narrow(1, 0, 1))], 1);                              // [u; 1], so that b is a column of W: (N, K + 1)
        var y = nn.functional.one_hot(labels, count).to(float32);                   // (N, C)
        var (features, answers) = (codes.shape[1], labels.unsqueeze(1));
        var found = Lbfgs.Minimise(Objective, zeros(count * (features + 1), dtype: float64, device: codes.device), iterations, Tolerance);
        var matrix = found.reshape(count, features + 1);
        return new(Kept(matrix.narrow(1, 0, features)), Kept(matrix.select(1, features)), Kept(mean), Kept(deviation));

        (double, Tensor) Objective(Tensor parameters)
        {
            using var inner = NewDisposeScope();
            var all = parameters.reshape(count, features + 1);
            var w = all.narrow(1, 0, features);
            var logP = u.matmul(all.to(float32).t()).log_softmax(1);                // (N, C)
            var value = -logP.gather(1, answers).mean([0], type: float64).ToDouble() + 0.5 * penalty * w.square().sum().ToDouble();
            var error = logP.exp_().sub_(y).div_(u.shape[0]);                       // (N, C)
            var gradient = error.t().matmul(u).to(float64);
            gradient.narrow(1, 0, features).add_(w, alpha: penalty);
            return (value, gradient.reshape(-1).MoveToOuterDisposeScope());
        }

        static Tensor Kept(Tensor tensor) => tensor.clone().DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State => new Dictionary<string, Tensor> { ["weight"] = weight, ["bias"] = bias, ["mean"] = mean, ["deviation"] = deviation };

    /// <inheritdoc/>
    public static LinearProbe Of(IReadOnlyDictionary<string, Tensor> state)
    {
        var (weight, numbers) = (state["weight"], state["weight"].shape[1]);
        return new(weight, state["bias"].Require([weight.shape[0]]), state["mean"].Require([numbers]), state["deviation"].Require([numbers]));
    }

    /// <summary>log p(y | u) of every class: (B, K) → (B, C).</summary>
    public Tensor LogProbabilities(Tensor codes)
    {
        using var scope = NewDisposeScope();
        var u = (codes.Require([-1, mean.shape[0]]).Real() - mean) / deviation;
        return u.matmul(weight.t()).add_(bias).log_softmax(1).MoveToOuterDisposeScope();
    }

    /// <summary>The share of codes whose most probable class is theirs, in [0, 1].</summary>
    /// <exception cref="ArgumentException">There is no code, or labels do not fit.</exception>
    public double Accuracy(Tensor codes, Tensor labels) => Evaluation.Accuracy.Of(codes, labels, LogProbabilities);

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[weight, bias, mean, deviation]) tensor.Dispose();
    }
}
