using TorchSharp;
using Workbook.Evaluation;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>How right a recursive network is on trees.</summary>
/// <param name="Root">The share of trees whose class is named rightly, in [0, 1].</param>
/// <param name="Vote">The share of trees whose class has the largest mean of log p over all their words and phrases, in [0, 1].</param>
/// <param name="Nodes">The share of labelled words and phrases whose class is named rightly, in [0, 1].</param>
/// <param name="Reconstruction">E_rec, mean over the phrases, in nats; not a number where the network has none.</param>
public sealed record TreeScore(double Root, double Vote, double Nodes, double Reconstruction)
{
    /// <summary>"root 71.2 %, nodes 83.0 %, E_rec 0.213".</summary>
    public override string ToString() => FormattableString.Invariant($"root {100 * Root:F1} %, nodes {100 * Nodes:F1} %{(double.IsNaN(Reconstruction) ? "" : $", E_rec {Reconstruction:F3}")}");
}

/// <summary>Names the class of every word and phrase: by the network where it has labels, else by a linear probe on the vectors of its training trees.</summary>
public sealed class TreeJudge : IDisposable
{
    private const int Rows = 10_000, Trees = 256;
    private readonly IRecursiveModel model;
    private readonly LinearProbe? probe;

    /// <summary>A judge of this network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="train">Labelled trees, for the probe where one is needed: their first 10,000 words and phrases.</param>
    /// <param name="classes">C.</param>
    public TreeJudge(IRecursiveModel model, IReadOnlyList<Tree> train, int classes)
    {
        this.model = model;
        if (model is ITreeClassifier) return;
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var seen = 0;
        Tree[] some = [.. train.TakeWhile(tree => (seen += 2 * tree.Length - 1) <= Rows || seen == 2 * tree.Length - 1)];
        using var batch = new TreeBatch(some, Compute.Device);
        var labelled = batch.Labels.ne(TreeBatch.Unlabelled).nonzero().squeeze(1);
        probe = LinearProbe.Fit(model.Nodes(batch).index_select(0, labelled), batch.Labels.index_select(0, labelled), classes);
    }

    /// <summary>log p(class) at all rows, or logits: (N, C).</summary>
    public Tensor Scores(TreeBatch batch) => model is ITreeClassifier classifier ? classifier.LabelLogits(batch) : probe!.LogProbabilities(model.Nodes(batch));

    /// <summary>How right it is on these trees.</summary>
    /// <exception cref="ArgumentException">There is no tree.</exception>
    public TreeScore Score(IReadOnlyList<Tree> trees)
    {
        if (trees.Count == 0) throw new ArgumentException($"{nameof(trees)}: expected one tree or more, got none.", nameof(trees));
        using var _ = no_grad();
        var (roots, votes, whole, nodes, labelled, error, phrases) = (0L, 0L, 0L, 0L, 0L, 0.0, 0L);
        foreach (var part in trees.Chunk(Trees))
        {
            using var scope = NewDisposeScope();
            using var batch = new TreeBatch(part, Compute.Device);
            var logP = Scores(batch).log_softmax(1);
            var right = logP.argmax(1).eq(batch.Labels);
            var known = batch.Labels.ne(TreeBatch.Unlabelled);
            roots += right.index_select(0, batch.Roots).sum().ToInt64();
            var owners = tensor(batch.Owners.Select(owner => (long)owner).ToArray(), device: logP.device);
            var sums = zeros([batch.Count, logP.shape[1]], logP.dtype, logP.device).index_add(0, owners, logP, 1);      // of a tree; as good as its mean
            votes += sums.argmax(1).eq(batch.Labels.index_select(0, batch.Roots)).sum().ToInt64();
            whole += known.index_select(0, batch.Roots).sum().ToInt64();
            nodes += right.sum().ToInt64();
            labelled += known.sum().ToInt64();
            if (model is not ITreeReconstruction reconstruction) continue;
            error += reconstruction.Errors(batch).sum().ToDouble();
            phrases += batch.Phrases;
        }
        return new((double)roots / whole, (double)votes / whole, (double)nodes / labelled, phrases == 0 ? double.NaN : error / phrases);
    }

    /// <summary>Frees the probe.</summary>
    public void Dispose() => probe?.Dispose();
}
