using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>J = ∂f/∂x of an encoder u = f(x), and ‖J‖²_F = Σⱼ ‖∇ₓ uⱼ‖²: how far the code moves when the example does.</summary>
/// <remarks>
/// Examples must not see each other in f (no batch normalisation): a unit's gradient is taken for the whole batch at once.
/// Rifai, Vincent, Muller, Glorot and Bengio, "Contractive auto-encoders: explicit invariance during feature extraction" (2011), §3.
/// Notebook 06.
/// </remarks>
public static class Jacobian
{
    /// <summary>J at each example, without a graph, by one backward pass for each of the K units: (B, D) → (B, K, D).</summary>
    /// <param name="encode">f: (B, D) → (B, K).</param>
    /// <param name="x">Where: (B, D).</param>
    public static Tensor Of(Func<Tensor, Tensor> encode, Tensor x)
    {
        using var _ = enable_grad();
        using var scope = NewDisposeScope();
        var input = x.detach().clone().requires_grad_();
        var code = encode(input);
        return scope.MoveToOuter(Rows(code, input, createGraph: false).detach());
    }

    /// <summary>J at each example as part of the graph, so that it can be trained: (B, K) and (B, D) → (B, K, D).</summary>
    /// <param name="code">u = f(x), with its graph.</param>
    /// <param name="x">What the code was computed from, with <c>requires_grad</c>.</param>
    /// <exception cref="ArgumentException">x asks for no gradient, or is not (B, D).</exception>
    public static Tensor Of(Tensor code, Tensor x) => Rows(code, Traced(x, code), createGraph: true);

    /// <summary>‖J‖²_F of each example, exactly, by K backward passes; it can be trained: (B).</summary>
    /// <inheritdoc cref="Of(Tensor, Tensor)"/>
    public static Tensor SquaredNorm(Tensor code, Tensor x) => Of(code, x).square().sum(1, 2);

    /// <summary>An unbiased estimate of ‖J‖²_F of each example, E‖vᵀJ‖² over v with E vvᵀ = I, by one backward pass a draw; it can be trained: (B).</summary>
    /// <remarks>Hutchinson, "A stochastic estimator of the trace of the influence matrix" (1989), on JJᵀ.</remarks>
    /// <param name="code">u = f(x), with its graph: (B, K).</param>
    /// <param name="x">What the code was computed from, with <c>requires_grad</c>: (B, D).</param>
    /// <param name="random">Where v comes from, on the device of the code.</param>
    /// <param name="vectors">How v is distributed.</param>
    /// <param name="draws">How many v each example gets; their mean is returned.</param>
    /// <exception cref="ArgumentException">x asks for no gradient or is not (B, D), or there is no draw.</exception>
    public static Tensor EstimatedSquaredNorm(Tensor code, Tensor x, Generator random, HutchinsonVectors vectors = HutchinsonVectors.Rademacher, int draws = 1)
    {
        draws.RequireSize();
        var input = Traced(x, code);
        var estimates = Enumerable.Range(0, draws).Select(_ => Pulled(code, input, Drawn(code, vectors, random), createGraph: true).square().sum(1));
        return stack(estimates.ToArray()).mean([0]);
    }

    /// <summary>‖J‖²_F of u = σ(Wx + b), in closed form: Σⱼ (uⱼ (1 − uⱼ))² Σᵢ Wⱼᵢ². No backward pass at all; it can be trained: (B).</summary>
    /// <param name="code">u: (B, K).</param>
    /// <param name="weight">W: (K, D).</param>
    /// <exception cref="ArgumentException">The sizes do not belong together.</exception>
    public static Tensor SquaredNormOfSigmoid(Tensor code, Tensor weight) =>
        (code.Require([-1, weight.shape[0]]) * (1 - code)).square().matmul(weight.square().sum(1));

    private static Tensor Rows(Tensor code, Tensor x, bool createGraph)
    {
        var rows = new Tensor[code.Require([x.shape[0], -1]).shape[1]];
        for (var unit = 0; unit < rows.Length; unit++)
            rows[unit] = Pulled(code.select(1, unit), x, null, createGraph);         // ∇ₓ u of this unit, of every example: (B, D)
        return stack(rows, 1);
    }

    /// <summary>vᵀJ of each example: (B, D).</summary>
    private static Tensor Pulled(Tensor output, Tensor x, Tensor? v, bool createGraph)
    {
        var seed = v ?? ones_like(output);
        return autograd.grad([output], [x], [seed], retain_graph: true, create_graph: createGraph)[0];
    }

    private static Tensor Drawn(Tensor code, HutchinsonVectors vectors, Generator random) => vectors == HutchinsonVectors.Normal
        ? Draws.NormalLike(code, random)
        : 2 * Draws.UniformLike(code, random).lt(0.5).to_type(code.dtype) - 1;

    private static Tensor Traced(Tensor x, Tensor code) => x.Require([code.shape[0], -1]).requires_grad
        ? x
        : throw new ArgumentException($"{nameof(x)}: expected what the code was computed from, with requires_grad, got a tensor that asks for no gradient.", nameof(x));
}

/// <summary>The distribution of the random v in E‖vᵀJ‖² = ‖J‖²_F; both have E vvᵀ = I.</summary>
public enum HutchinsonVectors
{
    /// <summary>Each vⱼ is −1 or 1 by the toss of a coin. The variance, 2 Σ_{i≠j} (JJᵀ)ᵢⱼ², is the smaller one.</summary>
    Rademacher,

    /// <summary>v ~ N(0, I). The variance is 2 ‖JJᵀ‖²_F.</summary>
    Normal,
}
