using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Binary pixels v and hidden units h with connections only between the two: p(v, h) ∝ exp(−E(v, h)).</summary>
/// <remarks>
/// Not an autoencoder but a density, which has one's two maps, σ(Wv + b) up and σ(Wᵀh + a) down, and pre-trains deep ones: Hinton and
/// Salakhutdinov, "Reducing the dimensionality of data with neural networks" (2006). Trained by contrastive divergence: Hinton,
/// "Training products of experts by minimizing contrastive divergence" (2002). Notebook 07.
/// </remarks>
public sealed class RestrictedBoltzmannMachine : Module<Tensor, Tensor>, IStackLayer
{
    /// <summary>The spread of the first weights: Hinton, "A practical guide to training restricted Boltzmann machines" (2010), §8.</summary>
    public const double FirstWeights = 0.01;

    private readonly Parameter weight;                                              // W  (K, D)
    private readonly Parameter hiddenBias;                                          // b  (K)
    private readonly Parameter visibleBias;                                         // a  (D)

    /// <summary>A machine of D pixels and K hidden units.</summary>
    /// <param name="dataSize">D.</param>
    /// <param name="codeSize">K.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="hidden">What the hidden units are; binary if not said.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public RestrictedBoltzmannMachine(int dataSize, int codeSize, Generator random, HiddenUnits hidden = HiddenUnits.Binary)
        : base($"{nameof(RestrictedBoltzmannMachine)} {dataSize}-{codeSize}")
    {
        dataSize.RequireSize();
        codeSize.RequireSize();
        Hidden = hidden;
        weight = Parameter(randn(codeSize, dataSize, generator: random).mul_(FirstWeights));
        hiddenBias = Parameter(zeros(codeSize));
        visibleBias = Parameter(zeros(dataSize));
        RegisterComponents();
    }

    /// <summary>What the hidden units are.</summary>
    public HiddenUnits Hidden { get; }

    /// <summary>p(h = 1 | v) = σ(Wv + b); for linear units the mean Wv + b.</summary>
    public LayerWeights Up => new(weight, hiddenBias, Hidden == HiddenUnits.Binary ? Activation.Sigmoid : Activation.Identity);

    /// <summary>p(v = 1 | h) = σ(Wᵀh + a).</summary>
    public LayerWeights Down => new(weight.t(), visibleBias, Activation.Sigmoid);

    /// <summary>E[h | v]: (B, D) → (B, K).</summary>
    public Tensor Encode(Tensor x) => Up.Apply(x);

    /// <summary>E[v | h]: (B, K) → (B, D).</summary>
    public Tensor Decode(Tensor code) => Down.Apply(code);

    /// <summary>E[v | E[h | v]]: (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x) => Decode(Encode(x));

    /// <summary>E(v, h) = −aᵀv − bᵀh − hᵀWv; with linear units −aᵀv + ½‖h − b‖² − hᵀWv: (B, D) and (B, K) → (B).</summary>
    public Tensor Energy(Tensor v, Tensor h)
    {
        var pull = (h.Require([v.shape[0], hiddenBias.shape[0]]) * Input(v)).sum(dim: -1);
        var own = Hidden == HiddenUnits.Binary ? -h.matmul(hiddenBias) : 0.5 * (h - hiddenBias).square().sum(dim: -1);
        return own - pull - v.matmul(visibleBias);
    }

    /// <summary>F(v) = −log Σₕ exp(−E(v, h)), so that p(v) = exp(−F(v)) / Z: (B, D) → (B).</summary>
    /// <remarks>With t = Wv: −aᵀv − Σⱼ softplus(tⱼ + bⱼ) for binary units; for linear ones, where the sum is an integral,
    /// −aᵀv − Σⱼ (bⱼtⱼ + ½tⱼ² + ½ log 2π).</remarks>
    public Tensor FreeEnergy(Tensor v)
    {
        var t = Input(v);                                                           // (B, K)
        var hidden = Hidden == HiddenUnits.Binary
            ? functional.softplus(t + hiddenBias)
            : hiddenBias * t + 0.5 * t.square() + 0.5 * Math.Log(2 * Math.PI);
        return -v.matmul(visibleBias) - hidden.sum(dim: -1);
    }

    /// <summary>Draws h from p(h | v): (B, D) → (B, K), without a graph.</summary>
    /// <param name="v">Pixels, or their probabilities.</param>
    /// <param name="random">Where the draws come from; on the device of v.</param>
    public Tensor SampleHidden(Tensor v, Generator random)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var mean = Encode(v);
        return scope.MoveToOuter(Hidden == HiddenUnits.Binary
            ? BinaryUnits.Sample(mean, random)
            : mean + Draws.NormalLike(mean, random));
    }

    /// <summary>Where v is after some steps v → h → v of Gibbs sampling, without a graph: (B, D) → (B, D).</summary>
    /// <param name="v">Where the chains begin: one a row.</param>
    /// <param name="steps">k of CD-k.</param>
    /// <param name="random">Where the draws come from; on the device of v.</param>
    /// <param name="drawPixels">Whether pixels are drawn too; if not they keep their probabilities, as in the 2006 paper's program: less
    /// noise, but then even an endless chain is not the model's.</param>
    public Tensor Gibbs(Tensor v, int steps, Generator random, bool drawPixels = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var at = v.alias();
        for (var step = 0; step < steps; step++)
        {
            var mean = Decode(SampleHidden(at, random));
            at = drawPixels ? BinaryUnits.Sample(mean, random) : mean;
        }
        return scope.MoveToOuter(at);
    }

    /// <summary>The learning rule of the 2006 paper, Δw = ε(⟨v h⟩ of the data − ⟨v h⟩ of the reconstructions), without its ε.</summary>
    /// <param name="data">v: (B, D).</param>
    /// <param name="reconstructions">v after some steps of <see cref="Gibbs"/>: (B, D).</param>
    public RbmUpdate Update(Tensor data, Tensor reconstructions)
    {
        using var _ = no_grad();
        var (h, hʹ) = (Encode(data), Encode(reconstructions.Require([-1, data.shape[1]])));
        return new(
            h.t().matmul(data) / data.shape[0] - hʹ.t().matmul(reconstructions) / reconstructions.shape[0],
            h.mean([0L]) - hʹ.mean([0L]),
            data.mean([0L]) - reconstructions.mean([0L]));
    }

    /// <summary>⟨F(v)⟩ of the data − ⟨F(v′)⟩ of the reconstructions, held fixed: what has −<see cref="Update"/> as its gradient.</summary>
    /// <remarks>Its value is no measure of progress: it is near 0 when learning has not begun and when it is done.</remarks>
    /// <param name="data">v, each in [0, 1]: (B, D).</param>
    /// <param name="random">Where the draws come from; on the device of the data.</param>
    /// <param name="steps">k of CD-k; 1 in the paper.</param>
    /// <exception cref="ArgumentException">v is not (B, D), or no probability.</exception>
    public LossTerms Loss(Tensor data, Generator random, int steps = 1) =>
        new(("contrast", FreeEnergy(data.RequireProbabilities(pixels: true)).mean() - FreeEnergy(Gibbs(data, steps, random)).mean()));

    private Tensor Input(Tensor v) => functional.linear(v.Require([-1, weight.shape[1]]).RequireType(weight.dtype), weight);
}

/// <summary>What the hidden units of a <see cref="RestrictedBoltzmannMachine"/> can be.</summary>
public enum HiddenUnits
{
    /// <summary>On or off: p(h = 1 | v) = σ(Wv + b).</summary>
    Binary,

    /// <summary>Any number, with unit variance: h | v ~ N(Wv + b, 1); what Hinton and Salakhutdinov (2006) take for the code.</summary>
    Linear,
}

/// <summary>The direction in which contrastive divergence moves each parameter; times ε it is Δw of the paper.</summary>
/// <param name="Weight">⟨h vᵀ⟩ of the data − ⟨h vᵀ⟩ of the reconstructions: (K, D).</param>
/// <param name="HiddenBias">The same of h: (K).</param>
/// <param name="VisibleBias">The same of v: (D).</param>
public sealed record RbmUpdate(Tensor Weight, Tensor HiddenBias, Tensor VisibleBias);

/// <summary>Units that are on or off, with the probability that a sigmoid gave them.</summary>
/// <remarks>Passing c on as a probability is passing on the mean of such units; drawing them makes the code a handful of bits.</remarks>
public static class BinaryUnits
{
    /// <summary>1 with probability p, else 0, each unit by itself: (B, K) → (B, K).</summary>
    /// <param name="probabilities">p, each in [0, 1].</param>
    /// <param name="random">Where the draws come from; on the device of the probabilities.</param>
    /// <exception cref="ArgumentException">A probability lies outside [0, 1], seen on the CPU.</exception>
    public static Tensor Sample(Tensor probabilities, Generator random)
    {
        if (probabilities.device_type == TorchSharp.DeviceType.CPU) probabilities.RequireProbabilities();   // reading back from a GPU would make every kernel wait
        using var uniform = Draws.UniformLike(probabilities, random);
        return uniform.lt(probabilities).to_type(probabilities.dtype);
    }
}
