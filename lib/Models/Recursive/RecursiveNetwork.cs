using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A recursive network with supervision: p = f(W [c₁; c₂] + b), and at every word and phrase p̂ = softmax(U p + u).</summary>
/// <remarks>
/// Minimises E = Σ −log p̂(label), over all words and phrases that have one; no reconstruction. Socher et al., "Recursive deep models for semantic compositionality
/// over a sentiment treebank" (2013), §4.1, there called RNN. Notebook 10.
/// </remarks>
public sealed class RecursiveNetwork : Module<TreeBatch, Tensor>, ITreeClassifier
{
    private readonly WordVectors words;
    private readonly Composition compose;
    private readonly NodeLabels label;

    /// <summary>First weights drawn from the generator.</summary>
    /// <param name="vocabulary">V, how many words.</param>
    /// <param name="size">K, the numbers of each vector.</param>
    /// <param name="classes">C.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="activation">f; tanh if not said.</param>
    /// <param name="normalise">Whether p is divided by its length. Default: no; with labels nothing is gained by short vectors.</param>
    /// <exception cref="ArgumentException">A size is below 1, fewer than two classes, or f is none that <see cref="Composition"/> takes.</exception>
    public RecursiveNetwork(int vocabulary, int size, int classes, Generator random, Activation? activation = null, bool normalise = false) : base(nameof(RecursiveNetwork))
    {
        words = new(vocabulary, size, random);
        compose = new(size, random, activation, normalise);
        label = new(size, classes, random);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public int Vocabulary => words.Count;

    /// <inheritdoc/>
    public int Size => words.Size;

    /// <inheritdoc/>
    public int Classes => label.Classes;

    /// <inheritdoc/>
    public WordVectors Words => words;

    /// <inheritdoc/>
    public Folded Fold(Tree tree)
    {
        var (vector, below) = tree switch
        {
            Tree.Leaf(var word) => (words.Of(word), zeros([], words.Table.dtype, words.Table.device)),
            Tree.Node(var left, var right) => Joined(Fold(left), Fold(right)),
            _ => throw new UnreachableException(),
        };
        return new(vector, below + label.Surprise(tree, vector));
    }

    private (Tensor, Tensor) Joined(Folded left, Folded right) => (compose.Of(left.Vector, right.Vector), left.Loss + right.Loss);

    /// <summary>The vectors of all rows: (N, K).</summary>
    public override Tensor forward(TreeBatch batch) => compose.Of(batch, words.Of(batch));

    /// <inheritdoc/>
    public Tensor Nodes(TreeBatch batch) => call(batch);

    /// <inheritdoc/>
    public Tensor LabelLogits(TreeBatch batch) => label.call(call(batch));

    /// <summary>E, "label": the sum over the labelled words and phrases of a tree, as a mean over the trees.</summary>
    /// <exception cref="ArgumentException">A word has no vector, or a label is C or more.</exception>
    public LossTerms Loss(TreeBatch batch) => new(("label", label.Surprise(batch, call(batch)).sum() / batch.Count));
}
