using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>How two vectors become one: p = f(W [c₁; c₂] + b), and with normalised composition p / ‖p‖.</summary>
/// <remarks>
/// Socher et al., "Semi-supervised recursive autoencoders for predicting sentiment distributions" (2011), eq. 2, and §2.2 for the length. The same W at
/// every phrase. <see cref="Of(Tensor, Tensor)"/> is the step as it is read; <see cref="Of(TreeBatch, Tensor)"/> takes all phrases of equal height
/// at once and gives the same values and gradients. Notebook 10.
/// </remarks>
public sealed class Composition : Module<Tensor, Tensor>
{
    /// <summary>A vector shorter than this is divided by this instead of its length.</summary>
    public const double Shortest = 1e-12;

    private readonly Linear compose;

    /// <summary>W as Glorot and Bengio draw it, b = 0.</summary>
    /// <param name="size">K, the numbers of each vector.</param>
    /// <param name="random">Where W comes from.</param>
    /// <param name="activation">f: tanh, ReLU, the sigmoid or the identity; tanh if not said.</param>
    /// <param name="normalise">Whether p is divided by its length.</param>
    /// <exception cref="ArgumentException">The size is below 1, or f is none of these.</exception>
    public Composition(int size, Generator random, Activation? activation = null, bool normalise = false) : base(nameof(Composition))
    {
        (Size, Activation, Normalise) = (size.RequireSize(), activation ?? Activation.Tanh, normalise);
        using (var none = zeros(1)) Slope(Activation, none).Dispose();
        compose = GlorotUniform.Linear(2 * size, size, random, Activation.Gain);
        RegisterComponents();
    }

    /// <summary>K.</summary>
    public int Size { get; }

    /// <summary>f.</summary>
    public Activation Activation { get; }

    /// <summary>Whether p is divided by its length.</summary>
    public bool Normalise { get; }

    /// <summary>W: (K, 2K).</summary>
    public Tensor Weight => compose.weight;

    /// <summary>b: (K).</summary>
    public Tensor Bias => compose.bias!;

    /// <summary>p of two parts that lie side by side: (B, 2K) → (B, K).</summary>
    public override Tensor forward(Tensor parts)
    {
        var p = Activation.Apply(compose.call(parts));
        return Normalise ? p / p.norm(1, keepdim: true, p: 2).clamp_min(Shortest) : p;
    }

    /// <summary>p = f(W [c₁; c₂] + b): (B, K) twice → (B, K).</summary>
    public Tensor Of(Tensor left, Tensor right) => call(cat([left, right], 1));

    /// <summary>The vectors of all words and phrases, from those of the words up: (L, K) → (N, K).</summary>
    /// <param name="batch">The trees.</param>
    /// <param name="leaves">The vectors of their words: (L, K).</param>
    public Tensor Of(TreeBatch batch, Tensor leaves) => Of(batch, leaves, Bias.expand(batch.Phrases, Size));

    /// <summary>The same with an x at each phrase in place of b: p = f(W [c₁; c₂] + x): (L, K) and (M, K) → (N, K).</summary>
    internal Tensor Of(TreeBatch batch, Tensor leaves, Tensor inputs) =>
        LevelwiseComposition.Of(leaves.Require([batch.Leaves, Size]), Weight, inputs, batch, Activation, Normalise);

    /// <summary>f′ where f has this value, a new tensor.</summary>
    internal static Tensor Slope(Activation activation, Tensor value) => activation.Name switch
    {
        "tanh" => 1 - value.square(),
        "ReLU" => value.sign(),
        "sigmoid" => value - value.square(),
        "identity" => ones_like(value),
        var other => throw new ArgumentException($"{nameof(activation)}: expected tanh, ReLU, sigmoid or identity, whose slope is known from their value, got {other}.", nameof(activation)),
    };
}
