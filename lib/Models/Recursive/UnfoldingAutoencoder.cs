using System.Diagnostics;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A recursive autoencoder that gives back not the two parts of a phrase but all its words: the code is unfolded by the phrase's own tree.</summary>
/// <remarks>
/// <code>p = f(W [c₁; c₂] + b)     [c₁′; c₂′] = f(W′ p + b′), and so on down     E_rec = ½ Σ over words ‖x − x′‖²</code>
/// Socher, Huang, Pennington, Ng and Manning, "Dynamic pooling and unfolding recursive autoencoders for paraphrase detection" (2011), §3.2: what is measured are words, which
/// cannot be made easy by the codes. The sum goes over every phrase, each unfolded by itself. Notebook 10.
/// </remarks>
public sealed class UnfoldingAutoencoder : Module<TreeBatch, Tensor>, ITreeReconstruction
{
    private readonly WordVectors words;
    private readonly Composition compose;
    private readonly Linear decode;

    /// <summary>First weights drawn from the generator.</summary>
    /// <param name="vocabulary">V, how many words.</param>
    /// <param name="size">K, the numbers of each vector.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="normalise">Whether p is divided by its length.</param>
    /// <param name="activation">f, on the way up and down; tanh if not said.</param>
    /// <exception cref="ArgumentException">A size is below 1, or f is none that <see cref="Composition"/> takes.</exception>
    public UnfoldingAutoencoder(int vocabulary, int size, Generator random, bool normalise = false, Activation? activation = null) : base(nameof(UnfoldingAutoencoder))
    {
        words = new(vocabulary, size, random);
        compose = new(size, random, activation, normalise);
        decode = GlorotUniform.Linear(size, 2 * size, random, compose.Activation.Gain);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public int Vocabulary => words.Count;

    /// <inheritdoc/>
    public int Size => words.Size;

    /// <inheritdoc/>
    public WordVectors Words => words;

    /// <inheritdoc/>
    public Folded Fold(Tree tree) => tree switch
    {
        Tree.Leaf(var word) => new(words.Of(word), zeros([], words.Table.dtype, words.Table.device)),
        Tree.Node(var left, var right) => Joined(tree, Fold(left), Fold(right)),
        _ => throw new UnreachableException(),
    };

    private Folded Joined(Tree tree, Folded left, Folded right)
    {
        var p = compose.Of(left.Vector, right.Vector);
        return new(p, left.Loss + right.Loss + Unfolded(tree, p));
    }

    /// <summary>E_rec of one phrase from its code: the code goes down the tree, and at each word what arrives is held against its vector: (1, K) → a scalar.</summary>
    public Tensor Unfolded(Tree tree, Tensor code) => tree switch
    {
        Tree.Leaf(var word) => 0.5 * (words.Of(word) - code).square().sum(),
        Tree.Node(var left, var right) when Decode(code).chunk(2, 1) is [var c1, var c2] => Unfolded(left, c1) + Unfolded(right, c2),
        _ => throw new UnreachableException(),
    };

    /// <summary>[c₁′; c₂′] = f(W′ p + b′): (B, K) → (B, 2K).</summary>
    public Tensor Decode(Tensor code) => compose.Activation.Apply(decode.call(code));

    /// <summary>The vectors of all rows: (N, K).</summary>
    public override Tensor forward(TreeBatch batch) => compose.Of(batch, words.Of(batch));

    /// <inheritdoc/>
    public Tensor Nodes(TreeBatch batch) => call(batch);

    /// <inheritdoc/>
    public Tensor Errors(TreeBatch batch)
    {
        var (nodes, plan) = (call(batch), batch.Unfolding);
        var (codes, arrived) = (nodes.narrow(0, batch.Leaves, batch.Phrases), new List<Tensor>());
        foreach (var step in plan.Steps)
        {
            var parts = Decode(codes).view(-1, Size);                               // left and right part by turns: (2c, K)
            arrived.Add(parts.index_select(0, step.Words));
            codes = parts.index_select(0, step.Phrases);
        }
        var errors = zeros([batch.Phrases], nodes.dtype, nodes.device);
        if (arrived.Count == 0) return errors + 0 * nodes.sum();
        var wrong = 0.5 * (nodes.index_select(0, plan.Target) - cat(arrived)).square().sum(1);                 // of every word of every phrase
        return errors.index_add(0, plan.Source, wrong, 1);
    }

    /// <summary>The sum of E_rec over the phrases of a tree, "reconstruction", as a mean over the trees.</summary>
    public LossTerms Loss(TreeBatch batch) => new(("reconstruction", Errors(batch).sum() / batch.Count));
}
