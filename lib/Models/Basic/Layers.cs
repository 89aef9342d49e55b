using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>What a layer does after its affine map, elementwise.</summary>
/// <param name="Name">As papers write it.</param>
/// <param name="Apply">The function, elementwise.</param>
/// <param name="Gain">How much wider than Glorot's the initial weights must be for the signal to keep its size through this function.</param>
public sealed record Activation(string Name, Func<Tensor, Tensor> Apply, double Gain)
{
    /// <summary>a(h) = h.</summary>
    public static Activation Identity { get; } = new("identity", h => h, 1);

    /// <summary>a(h) = max(0, h). Gain √2: He et al. (2015), arXiv:1502.01852.</summary>
    public static Activation Relu { get; } = new("ReLU", h => functional.relu(h), Math.Sqrt(2));

    /// <summary>a(h) = tanh h. Gain 1: Glorot and Bengio (2010), eq. 16.</summary>
    public static Activation Tanh { get; } = new("tanh", h => tanh(h), 1);

    /// <summary>a(h) = σ(h) = 1 / (1 + e⁻ʰ). Gain 4, as its slope at 0 is a quarter of tanh's.</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", h => sigmoid(h), 4);

    /// <summary>a(h) = h σ(h), a ReLU without its corner. Gain 1.677 = 1 / √E[a(h)²] for h ~ N(0, 1), He's rule: Elfwing, Uchibe and Doya,
    /// "Sigmoid-weighted linear units" (2018), arXiv:1702.03118.</summary>
    public static Activation Silu { get; } = new("SiLU", h => functional.silu(h), 1.677);
}

/// <summary>Affine layers whose first weights come from a generator that the caller owns, so that a seed decides them.</summary>
public static class GlorotUniform
{
    /// <summary>h = W x + b with b = 0 and W ~ U(−r, r), r = gain · √(6 / (inputs + outputs)).</summary>
    /// <remarks>Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010), eq. 16.</remarks>
    public static Linear Linear(long inputs, long outputs, Generator random, double gain = 1)
    {
        var layer = nn.Linear(inputs, outputs);
        using var _ = no_grad();
        using var weights = Weights(outputs, inputs, random, gain);
        layer.weight.copy_(weights);
        layer.bias!.zero_();
        return layer;
    }

    /// <summary>Weights as eq. 16 draws them: (outputs, inputs).</summary>
    public static Tensor Weights(long outputs, long inputs, Generator random, double gain = 1)
    {
        var radius = gain * Math.Sqrt(6.0 / (inputs + outputs));
        return rand(outputs, inputs, generator: random).mul_(2 * radius).sub_(radius);
    }
}

/// <summary>A multilayer perceptron: h₀ = x, hᵢ = a(Wᵢ hᵢ₋₁ + bᵢ), with its own activation on the last layer.</summary>
public sealed class Perceptron : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> layers;
    private readonly Activation hidden;
    private readonly Activation output;

    /// <summary>A perceptron with one layer between each two neighbouring sizes.</summary>
    /// <param name="sizes">Units of the input, of every hidden layer and of the output.</param>
    /// <param name="hidden">The activation of every layer but the last.</param>
    /// <param name="output">The activation of the last.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">Fewer than two sizes, or a size below 1.</exception>
    public Perceptron(IReadOnlyList<int> sizes, Activation hidden, Activation output, Generator random) : base(nameof(Perceptron))
    {
        if (sizes.Count < 2 || sizes.Any(size => size < 1))
            throw new ArgumentException($"{nameof(sizes)}: expected at least two sizes of at least 1, got {string.Join("-", sizes)}.", nameof(sizes));
        (this.hidden, this.output) = (hidden, output);
        layers = ModuleList(sizes.Zip(sizes.Skip(1), (inputs, outputs) => (inputs, outputs))
            .Select((size, i) => GlorotUniform.Linear(size.inputs, size.outputs, random, ActivationOf(i, sizes.Count - 1).Gain)).ToArray());
        RegisterComponents();
    }

    /// <summary>The layers, from the input on.</summary>
    public IReadOnlyList<Linear> Layers => [.. layers];

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)                                        // (B, first size)
    {
        x.RequireType(layers[0].weight.dtype);
        for (var i = 0; i < layers.Count; i++)
            x = ActivationOf(i, layers.Count).Apply(layers[i].call(x));             // (B, size i + 1)
        return x;
    }

    /// <summary>Copies these weights into the layers, one each.</summary>
    internal void CopyFrom(IReadOnlyList<LayerWeights> weights)
    {
        using var _ = no_grad();
        foreach (var (layer, from) in layers.Zip(weights))
        {
            layer.weight.copy_(from.Weight);
            layer.bias!.copy_(from.Bias);
        }
    }

    private Activation ActivationOf(int layer, int count) => layer == count - 1 ? output : hidden;
}
