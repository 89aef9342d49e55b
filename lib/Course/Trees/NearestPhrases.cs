using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>The phrases of some trees by their vectors: which lie nearest to which, by the cosine.</summary>
/// <remarks>Socher, Huang, Pennington, Ng and Manning (2011), §4.1, look at recursive autoencoders so. Notebook 10.</remarks>
public sealed class NearestPhrases : IDisposable
{
    private readonly IRecursiveModel model;
    private readonly TreeCorpus corpus;
    private readonly string[] texts;
    private readonly Tensor directions;                                             // (P, K), each of length 1

    /// <summary>Collects every phrase of these trees once, words alone left out.</summary>
    /// <param name="model">What gives the vectors.</param>
    /// <param name="corpus">Whose words they are.</param>
    /// <param name="trees">Where the phrases are taken from.</param>
    /// <param name="longest">Phrases of at most so many words. Default: any.</param>
    /// <exception cref="ArgumentException">There is no phrase.</exception>
    public NearestPhrases(IRecursiveModel model, TreeCorpus corpus, IEnumerable<Tree> trees, int longest = int.MaxValue)
    {
        (this.model, this.corpus) = (model, corpus);
        var phrases = trees.SelectMany(tree => tree.Subtrees).Where(tree => tree.Height > 0 && tree.Length <= longest).DistinctBy(corpus.Text).ToArray();
        if (phrases.Length == 0) throw new ArgumentException($"{nameof(trees)}: expected a phrase of at most {longest} words, got none.", nameof(trees));
        texts = [.. phrases.Select(corpus.Text)];
        directions = cat(phrases.Chunk(2048).Select(Directions).ToArray()).DetachFromDisposeScope();
    }

    /// <summary>How many phrases there are.</summary>
    public int Count => texts.Length;

    /// <summary>The phrases nearest to a tree, itself left out, with the cosine of the angle between.</summary>
    /// <param name="tree">What to be near to.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public IReadOnlyList<(string Phrase, double Cosine)> To(Tree tree, int count = 5)
    {
        if (count < 1 || count >= Count) throw new ArgumentException($"{nameof(count)}: expected 1 to {Count - 1}, got {count}.", nameof(count));
        using var scope = NewDisposeScope();
        var (cosines, rows) = directions.mv(Directions([tree])[0]).topk((int)Math.Min(count + 1L, Count));
        return [.. rows.data<long>().ToArray().Zip(cosines.Numbers()).Select(pair => (texts[pair.First], pair.Second)).Where(pair => pair.Item1 != corpus.Text(tree)).Take(count)];
    }

    /// <summary>Frees the vectors.</summary>
    public void Dispose() => directions.Dispose();

    private Tensor Directions(Tree[] trees)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        using var batch = new TreeBatch(trees, Compute.Device);
        var vectors = model.Nodes(batch).index_select(0, batch.Roots).cpu();
        return (vectors / vectors.norm(1, keepdim: true, p: 2).clamp_min(1e-12)).MoveToOuterDisposeScope();
    }
}
