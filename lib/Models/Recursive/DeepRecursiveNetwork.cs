using System.Diagnostics;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Several recursive networks, one on top of another: each layer reads the two parts in its own layer and the same phrase in the one below.</summary>
/// <remarks>
/// <code>h⁽ⁱ⁾(η) = f(W_L⁽ⁱ⁾ h⁽ⁱ⁾(l(η)) + W_R⁽ⁱ⁾ h⁽ⁱ⁾(r(η)) + V⁽ⁱ⁾ h⁽ⁱ⁻¹⁾(η) + b⁽ⁱ⁾)</code>
/// İrsoy and Cardie, "Deep recursive neural networks for compositionality in language" (NIPS 2014), §3.2: a supervised network, no autoencoder. In the first layer a word
/// is its vector and V has nothing to read; above, a word has no parts, and h⁽ⁱ⁾ = f(V⁽ⁱ⁾ h⁽ⁱ⁻¹⁾ + b⁽ⁱ⁾). Word vectors are as wide as the layers here, so that one
/// W serves for words and phrases, where the paper has two. Only the last layer names the class. Notebook 10.
/// </remarks>
public sealed class DeepRecursiveNetwork : Module<TreeBatch, Tensor>, ITreeClassifier
{
    private readonly WordVectors words;
    private readonly ModuleList<Composition> layers;                                // W⁽ⁱ⁾ = [W_L, W_R] and b⁽ⁱ⁾
    private readonly ModuleList<Linear> upward;                                     // V⁽ⁱ⁾, from the second layer on
    private readonly NodeLabels label;

    /// <summary>First weights drawn from the generator.</summary>
    /// <param name="vocabulary">V, how many words.</param>
    /// <param name="size">K, the numbers of each vector.</param>
    /// <param name="depth">How many layers: 1 is a <see cref="RecursiveNetwork"/>.</param>
    /// <param name="classes">C.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="activation">f; the paper's ReLU if not said.</param>
    /// <exception cref="ArgumentException">A size or the depth is below 1, fewer than two classes, or f is none that <see cref="Composition"/> takes.</exception>
    public DeepRecursiveNetwork(int vocabulary, int size, int depth, int classes, Generator random, Activation? activation = null) : base(nameof(DeepRecursiveNetwork))
    {
        depth.RequireSize();
        Activation = activation ?? Activation.Relu;
        words = new(vocabulary, size, random);
        layers = ModuleList(Enumerable.Range(0, depth).Select(_ => new Composition(size, random, Activation)).ToArray());
        upward = ModuleList(Enumerable.Range(1, depth - 1).Select(_ => Upward(size, random, Activation.Gain)).ToArray());
        label = new(size, classes, random);
        RegisterComponents();
    }

    /// <summary>f.</summary>
    public Activation Activation { get; }

    /// <summary>How many layers.</summary>
    public int Depth => layers.Count;

    /// <inheritdoc/>
    public int Vocabulary => words.Count;

    /// <inheritdoc/>
    public int Size => words.Size;

    /// <inheritdoc/>
    public WordVectors Words => words;

    /// <inheritdoc/>
    public int Classes => label.Classes;

    /// <inheritdoc/>
    public Folded Fold(Tree tree)
    {
        var (layersOfTree, loss) = Layers(tree);
        return new(layersOfTree[^1], loss);
    }

    // V⁽ⁱ⁾, without a bias: b⁽ⁱ⁾ is the layer's.
    private static Linear Upward(int size, Generator random, double gain)
    {
        var map = Linear(size, size, hasBias: false);
        using var _ = no_grad();
        using var weights = GlorotUniform.Weights(size, size, random, gain);
        map.weight.copy_(weights);
        return map;
    }

    // h⁽¹⁾ … h⁽ᵈ⁾ of a tree, and its loss.
    private (Tensor[] H, Tensor Loss) Layers(Tree tree)
    {
        var (h, loss) = (new Tensor[Depth], zeros([], words.Table.dtype, words.Table.device));
        switch (tree)
        {
            case Tree.Leaf(var word):
                h[0] = words.Of(word);
                for (var i = 1; i < Depth; i++) h[i] = Activation.Apply(upward[i - 1].call(h[i - 1]) + layers[i].Bias);
                break;
            case Tree.Node(var left, var right):
                var ((l, below), (r, beside)) = (Layers(left), Layers(right));
                loss = below + beside;
                h[0] = layers[0].Of(l[0], r[0]);
                for (var i = 1; i < Depth; i++)
                    h[i] = Activation.Apply(cat([l[i], r[i]], 1).mm(layers[i].Weight.t()) + upward[i - 1].call(h[i - 1]) + layers[i].Bias);
                break;
            default:
                throw new UnreachableException();
        }
        return (h, loss + label.Surprise(tree, h[^1]));
    }

    /// <summary>The vectors of all rows in the last layer: (N, K).</summary>
    public override Tensor forward(TreeBatch batch)
    {
        var h = layers[0].Of(batch, words.Of(batch));
        for (var i = 1; i < Depth; i++)
        {
            var input = upward[i - 1].call(h) + layers[i].Bias;                     // V h⁽ⁱ⁻¹⁾ + b of all rows at once: (N, K)
            var leaves = Activation.Apply(input.narrow(0, 0, batch.Leaves));
            h = layers[i].Of(batch, leaves, input.narrow(0, batch.Leaves, batch.Phrases));
        }
        return h;
    }

    /// <inheritdoc/>
    public Tensor Nodes(TreeBatch batch) => call(batch);

    /// <inheritdoc/>
    public Tensor LabelLogits(TreeBatch batch) => label.call(call(batch));

    /// <summary>−log p̂(label), "label": the sum over the labelled words and phrases of a tree, as a mean over the trees.</summary>
    /// <exception cref="ArgumentException">A word has no vector, or a label is C or more.</exception>
    public LossTerms Loss(TreeBatch batch) => new(("label", label.Surprise(batch, call(batch)).sum() / batch.Count));
}
