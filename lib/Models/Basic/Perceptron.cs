using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

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
            .Select((size, i) => Dense.Layer(size.inputs, size.outputs, random, ActivationOf(i, sizes.Count - 1).Gain)).ToArray());
        RegisterComponents();
    }

    /// <summary>The layers, from the input on.</summary>
    public IReadOnlyList<Linear> Layers => [.. layers];

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)                                        // (B, first size)
    {
        for (var i = 0; i < layers.Count; i++)
            x = ActivationOf(i, layers.Count).Apply(layers[i].call(x));             // (B, size i + 1)
        return x;
    }

    /// <summary>Copies these weights into the layers, one each.</summary>
    internal void Take(IReadOnlyList<LayerWeights> weights)
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
