using System.Diagnostics;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A recursive autoencoder: every phrase is a code of its two parts, from which both are to be had again.</summary>
/// <remarks>
/// <code>p = f(W [c₁; c₂] + b)     [c₁′; c₂′] = W′ p + b′     E_rec = ½ ‖[c₁; c₂] − [c₁′; c₂′]‖²</code>
/// Socher, Pennington, Huang, Ng and Manning, "Semi-supervised recursive autoencoders for predicting sentiment distributions" (2011), §2.1 and §2.2; Pollack,
/// "Recursive distributed representations" (1990), for the idea. Weighted by length, E_rec = n₁/(n₁+n₂) ‖c₁ − c₁′‖² + n₂/(n₁+n₂) ‖c₂ − c₂′‖²: the same
/// where both parts are equally long. Of a Gaussian of unit variance E_rec is −log p up to a constant. Notebook 10.
/// </remarks>
public sealed class RecursiveAutoencoder : Module<TreeBatch, Tensor>, ITreeReconstruction
{
    private readonly WordVectors words;
    private readonly Composition compose;
    private readonly Linear decode;

    /// <summary>First weights drawn from the generator.</summary>
    /// <param name="vocabulary">V, how many words.</param>
    /// <param name="size">K, the numbers of each vector.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="normalise">Whether p is divided by its length; else E_rec can be made small by making all vectors short.</param>
    /// <param name="lengthWeighted">Whether the longer part counts more.</param>
    /// <param name="activation">f; tanh if not said.</param>
    /// <exception cref="ArgumentException">A size is below 1, or f is none that <see cref="Composition"/> takes.</exception>
    public RecursiveAutoencoder(int vocabulary, int size, Generator random, bool normalise = true, bool lengthWeighted = false, Activation? activation = null)
        : base(nameof(RecursiveAutoencoder))
    {
        words = new(vocabulary, size, random);
        compose = new(size, random, activation, normalise);
        decode = GlorotUniform.Linear(size, 2 * size, random);
        LengthWeighted = lengthWeighted;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public int Vocabulary => words.Count;

    /// <inheritdoc/>
    public int Size => words.Size;

    /// <summary>Whether the longer part counts more in E_rec.</summary>
    public bool LengthWeighted { get; }

    /// <inheritdoc/>
    public WordVectors Words => words;

    /// <summary>The step up.</summary>
    public Composition Composition => compose;

    /// <inheritdoc/>
    public Folded Fold(Tree tree) => tree switch
    {
        Tree.Leaf(var word) => new(words.Of(word), zeros([], words.Table.dtype, words.Table.device)),
        Tree.Node(var left, var right) => Joined(Fold(left), Fold(right), left.Length, right.Length),
        _ => throw new UnreachableException(),
    };

    private Folded Joined(Folded left, Folded right, int n1, int n2)
    {
        var p = compose.Of(left.Vector, right.Vector);                              // (1, K)
        var weights = tensor(new[] { (float)n1, n2 }, device: p.device).unsqueeze(0);
        return new(p, left.Loss + right.Loss + Error(cat([left.Vector, right.Vector], 1), p, weights).sum());
    }

    /// <summary>The vectors of all rows: (N, K).</summary>
    public override Tensor forward(TreeBatch batch) => compose.Of(batch, words.Of(batch));

    /// <inheritdoc/>
    public Tensor Nodes(TreeBatch batch) => call(batch);

    /// <inheritdoc/>
    public Tensor Errors(TreeBatch batch) => Errors(batch, call(batch));

    /// <summary>E_rec of each phrase, where the vectors are known: (N, K) → (M).</summary>
    public Tensor Errors(TreeBatch batch, Tensor nodes)
    {
        var parts = nodes.index_select(0, batch.Parts).view(batch.Phrases, 2 * Size);                           // [c₁; c₂]: (M, 2K)
        var lengths = batch.Lengths.index_select(0, batch.Parts).view(batch.Phrases, 2);
        return Error(parts, nodes.narrow(0, batch.Leaves, batch.Phrases), lengths);
    }

    /// <summary>E_rec: parts side by side, their code and the words each covers: (B, 2K), (B, K) and (B, 2) → (B).</summary>
    public Tensor Error(Tensor parts, Tensor code, Tensor lengths)
    {
        var wrong = (parts - Decode(code)).square().view(-1, 2, Size).sum(2);       // ‖c₁ − c₁′‖² and ‖c₂ − c₂′‖²: (B, 2)
        if (!LengthWeighted) return 0.5 * wrong.sum(1);
        var words = lengths.to(wrong.dtype);
        return (wrong * (words / words.sum(1, keepdim: true))).sum(1);
    }

    /// <summary>[c₁′; c₂′] = W′ p + b′: (B, K) → (B, 2K).</summary>
    public Tensor Decode(Tensor code) => decode.call(code);

    /// <summary>The sum of E_rec over the phrases of a tree, "reconstruction", as a mean over the trees.</summary>
    public LossTerms Loss(TreeBatch batch) => new(("reconstruction", Errors(batch).sum() / batch.Count));
}
