using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A recursive autoencoder whose phrases also name their label: E = α E_rec + (1 − α) E_cE, summed over the tree.</summary>
/// <remarks>
/// Socher, Pennington, Huang, Ng and Manning, "Semi-supervised recursive autoencoders for predicting sentiment distributions" (2011), §2.4: there every phrase has the
/// label of its sentence (<see cref="Tree.LabelledThroughout"/>). α = 1 is the autoencoder alone, α = 0 the labels alone. Notebook 10.
/// </remarks>
public sealed class SemiSupervisedRecursiveAutoencoder : Module<TreeBatch, Tensor>, ITreeClassifier, ITreeReconstruction
{
    private readonly RecursiveAutoencoder autoencoder;
    private readonly NodeLabels label;

    /// <summary>First weights drawn from the generator.</summary>
    /// <param name="vocabulary">V, how many words.</param>
    /// <param name="size">K, the numbers of each vector.</param>
    /// <param name="classes">C.</param>
    /// <param name="alpha">α, in [0, 1].</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="normalise">Whether p is divided by its length.</param>
    /// <param name="lengthWeighted">Whether the longer part counts more in E_rec.</param>
    /// <param name="activation">f; tanh if not said.</param>
    /// <exception cref="ArgumentException">A size is below 1, fewer than two classes, α lies outside [0, 1], or f is none that <see cref="Composition"/> takes.</exception>
    public SemiSupervisedRecursiveAutoencoder(
        int vocabulary, int size, int classes, double alpha, Generator random, bool normalise = true, bool lengthWeighted = false, Activation? activation = null)
        : base(nameof(SemiSupervisedRecursiveAutoencoder))
    {
        Alpha = alpha is >= 0 and <= 1 ? alpha : throw new ArgumentException($"{nameof(alpha)}: expected α in [0, 1], got {alpha}.", nameof(alpha));
        autoencoder = new(vocabulary, size, random, normalise, lengthWeighted, activation);
        label = new(size, classes, random);
        RegisterComponents();
    }

    /// <summary>α, what reconstruction counts.</summary>
    public double Alpha { get; }

    /// <summary>The autoencoder by itself.</summary>
    public RecursiveAutoencoder Autoencoder => autoencoder;

    /// <inheritdoc/>
    public int Vocabulary => autoencoder.Vocabulary;

    /// <inheritdoc/>
    public int Size => autoencoder.Size;

    /// <inheritdoc/>
    public WordVectors Words => autoencoder.Words;

    /// <inheritdoc/>
    public int Classes => label.Classes;

    /// <inheritdoc/>
    public Folded Fold(Tree tree)
    {
        var plain = autoencoder.Fold(tree);
        return new(plain.Vector, Alpha * plain.Loss + (1 - Alpha) * Surprise(tree));
    }

    private Tensor Surprise(Tree tree) => label.Surprise(tree, autoencoder.Fold(tree).Vector) + tree switch
    {
        Tree.Leaf => 0,
        Tree.Node(var left, var right) => Surprise(left) + Surprise(right),
        _ => throw new UnreachableException(),
    };

    /// <summary>The vectors of all rows: (N, K).</summary>
    public override Tensor forward(TreeBatch batch) => autoencoder.call(batch);

    /// <inheritdoc/>
    public Tensor Nodes(TreeBatch batch) => call(batch);

    /// <inheritdoc/>
    public Tensor Errors(TreeBatch batch) => autoencoder.Errors(batch);

    /// <inheritdoc/>
    public Tensor LabelLogits(TreeBatch batch) => label.call(call(batch));

    /// <summary>α E_rec, "reconstruction", and (1 − α) E_cE, "label": each the sum over a tree, as a mean over the trees.</summary>
    /// <exception cref="ArgumentException">A word has no vector, or a label is C or more.</exception>
    public LossTerms Loss(TreeBatch batch)
    {
        var nodes = call(batch);
        return new(
            ("reconstruction", autoencoder.Errors(batch, nodes).sum() * (Alpha / batch.Count)),
            ("label", label.Surprise(batch, nodes).sum() * ((1 - Alpha) / batch.Count)));
    }
}
