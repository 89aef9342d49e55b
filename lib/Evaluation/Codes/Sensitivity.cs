using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>How far a map's output moves when its input shakes a little: for codes under noisy pixels, and for pictures under noisy codes.</summary>
public static class Sensitivity
{
    /// <summary>⟨‖m(x + σ s ⊙ ε) − m(x)‖²⟩ / ⟨‖m(x) − m(x′)‖²⟩ with ε ~ N(0, I), without a graph: the shift that noise causes, against the distance to another example.</summary>
    /// <remarks>0: the noise is not noticed. 1: the output might as well be that of another example. The unit of either space falls out.</remarks>
    /// <param name="map">m, an encoder or a decoder: (B, D) → (B, K).</param>
    /// <param name="x">Where it is tried: (N, D), two or more and not all mapped to one place.</param>
    /// <param name="noise">σ, 0 or more.</param>
    /// <param name="random">Where ε comes from.</param>
    /// <param name="relative">Whether s is the deviation of each input feature, so that 0.1 is a tenth of it; else s = 1.</param>
    /// <exception cref="ArgumentException">There are fewer than two examples, σ is not such a number, or the map gives one output for all.</exception>
    public static double Of(Func<Tensor, Tensor> map, Tensor x, double noise, Generator random, bool relative = false)
    {
        x.RequireMatrix(2);
        noise.RequireNonNegative();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var draws = Draws.NormalLike(x, random);
        var scale = relative ? x.std([0], unbiased: true, keepdim: true) : ones([1, x.shape[1]], dtype: x.dtype, device: x.device);
        var still = map(x).to(float64);                                             // (N, K)
        var moved = map(x + noise * scale * draws).to(float64);
        var spread = 2 * still.var([0], unbiased: true).sum().ToDouble();           // E‖m − m′‖² = 2 tr Cov m
        return spread > 0 ? (moved - still).square().sum(1).mean().ToDouble() / spread
            : throw new ArgumentException($"{nameof(map)}: it gives the same output for every example, so nothing can be measured.", nameof(map));
    }
}
