using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Layers on top of each other, each trained on the codes of the one below: u = fₙ(… f₁(x)), x̂ = g₁(… gₙ(u)).</summary>
/// <remarks>
/// Layers of Boltzmann machines: Hinton and Salakhutdinov (2006). Of autoencoders: Bengio et al. (2007). Of denoising autoencoders: Vincent
/// et al. (2008). The stack does not own its layers. Notebook 07.
/// </remarks>
public sealed class StackedAutoencoder : IAutoencoder
{
    /// <summary>A stack of these layers, from the data upwards.</summary>
    /// <param name="layers">Each takes what the one below it makes.</param>
    /// <exception cref="ArgumentException">There is no layer, or two neighbours do not fit.</exception>
    public StackedAutoencoder(params IReadOnlyList<IStackLayer> layers)
    {
        if (layers.Count == 0) throw new ArgumentException($"{nameof(layers)}: expected one layer or more, got none.", nameof(layers));
        Layers = [.. layers];
        Sizes = [(int)layers[0].Up.Weight.shape[1], .. layers.Select(layer => (int)layer.Up.Weight.shape[0])];
        for (var i = 1; i < layers.Count; i++)
            if (layers[i].Up.Weight.shape[1] != Sizes[i])
                throw new ArgumentException($"{nameof(layers)}: layer {i} makes {Sizes[i]} numbers, and layer {i + 1} takes {layers[i].Up.Weight.shape[1]}.", nameof(layers));
    }

    /// <summary>The layers, from the data upwards.</summary>
    public IReadOnlyList<IStackLayer> Layers { get; }

    /// <summary>Units from the data (D) to the code (K).</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <inheritdoc/>
    public Tensor Encode(Tensor x) => Layers.Aggregate(x, (below, layer) => layer.Encode(below));

    /// <inheritdoc/>
    public Tensor Decode(Tensor code) => Layers.Reverse().Aggregate(code, (above, layer) => layer.Decode(above));

    /// <summary>One deep network that does what the stack does, ready for fine-tuning by backpropagation.</summary>
    /// <remarks>
    /// Every weight is copied, W and Wᵀ of a tied layer into matrices that then go their own ways; the stack stays as it was. Data under a sigmoid
    /// get a Bernoulli likelihood, others the Gaussian one whose loss is ‖x − x̂‖² and a constant.
    /// </remarks>
    /// <exception cref="ArgumentException">Hidden units differ in their activation, so no <see cref="Autoencoder"/> is like that.</exception>
    public Autoencoder Unroll()
    {
        var (hidden, code) = Activations(both: true);
        Likelihood likelihood = Layers[0].Down.Activation == Activation.Sigmoid ? new BernoulliLikelihood() : new GaussianLikelihood(0.5);
        var network = new Autoencoder(Sizes, likelihood, new Generator(0), hidden, code);
        var weight = Layers[0].Up.Weight;
        network.to(weight.dtype).to(weight.device);
        network.Encoder.CopyFrom([.. Layers.Select(layer => layer.Up)]);
        network.Decoder.CopyFrom([.. Layers.Reverse().Select(layer => layer.Down)]);
        return network;
    }

    /// <summary>The way up alone, its weights copied: the features of <c>new Classifier(stack.Features(), D, K, classes, random)</c>.</summary>
    /// <exception cref="ArgumentException">Hidden units differ in their activation.</exception>
    public Perceptron Features()
    {
        var (hidden, code) = Activations(both: false);
        var features = new Perceptron(Sizes, hidden, code, new Generator(0));
        var weight = Layers[0].Up.Weight;
        features.to(weight.dtype).to(weight.device);
        features.CopyFrom([.. Layers.Select(layer => layer.Up)]);
        return features;
    }

    private (Activation Hidden, Activation Code) Activations(bool both)
    {
        var upwards = Layers.SkipLast(1).Select(layer => layer.Up.Activation);
        var used = (both ? upwards.Concat(Layers.Skip(1).Select(layer => layer.Down.Activation)) : upwards).Distinct().ToArray();
        if (used.Length > 1)
            throw new ArgumentException($"layers: expected one activation for all hidden units, got {string.Join(", ", used.Select(activation => activation.Name))}.");
        var last = Layers[^1].Up.Activation;
        return (used.Length == 1 ? used[0] : last, last);
    }
}

/// <summary>A layer that can be stacked and unrolled: an autoencoder that is one affine map and one activation each way.</summary>
public interface IStackLayer : IAutoencoder
{
    /// <summary>x → code: W is (K, D).</summary>
    LayerWeights Up { get; }

    /// <summary>Code → x̂: W is (D, K).</summary>
    LayerWeights Down { get; }
}

/// <summary>One way through a layer: x → a(Wx + b).</summary>
/// <param name="Weight">W: (outputs, inputs).</param>
/// <param name="Bias">b: (outputs).</param>
/// <param name="Activation">a.</param>
public sealed record LayerWeights(Tensor Weight, Tensor Bias, Activation Activation)
{
    /// <summary>Wx + b: (B, inputs) → (B, outputs).</summary>
    public Tensor Affine(Tensor x) => functional.linear(x.Require([-1, Weight.shape[1]]).RequireType(Weight.dtype), Weight, Bias);

    /// <summary>a(Wx + b): (B, inputs) → (B, outputs).</summary>
    public Tensor Apply(Tensor x) => Activation.Apply(Affine(x));
}
