using System.Collections.Immutable;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Labelled trees as recursive networks read them: words are numbers of a vocabulary that was fitted on the training part.</summary>
/// <param name="Name">For people: SST.</param>
/// <param name="Vocabulary">The words.</param>
/// <param name="Train">What is learned from.</param>
/// <param name="Dev">What settings are chosen on.</param>
/// <param name="Test">What is held out.</param>
/// <param name="Classes">What the labels mean.</param>
public sealed record TreeCorpus(string Name, Vocabulary Vocabulary, IReadOnlyList<Tree> Train, IReadOnlyList<Tree> Dev, IReadOnlyList<Tree> Test, ImmutableArray<string> Classes)
{
    /// <summary>The trees of a treebank.</summary>
    /// <param name="parts">The treebank.</param>
    /// <param name="least">How often a word must occur in the training part to have a number of its own. Default: 1; with 2 the unknown word is learned too.</param>
    public static TreeCorpus Of(TreebankParts parts, int least = 1)
    {
        var vocabulary = Vocabulary.Fit(parts.Train, least: least);
        return new(parts.Name, vocabulary, Trees(parts.Train), Trees(parts.Dev), Trees(parts.Test), parts.Classes);

        Tree[] Trees(Treebank bank) => bank.Fold<Tree>((word, label) => new Tree.Leaf(vocabulary[word], label), (left, right, label) => new Tree.Node(left, right, label));
    }

    /// <summary>Sentences of which only the whole has a label, each as the tree that adds one word after another; a network may build others.</summary>
    /// <param name="train">What is learned from.</param>
    /// <param name="test">What is held out.</param>
    /// <param name="least">How often a word must occur in the training part to have a number of its own. Default: 2, so that the unknown word is learned too.</param>
    /// <exception cref="ArgumentException">The texts have no labels, or no word is as frequent.</exception>
    public static TreeCorpus Of(TextLines train, TextLines test, int least = 2)
    {
        if (train.Classes.Length < 2) throw new ArgumentException($"{nameof(train)}: expected texts in two classes or more, got {train}.", nameof(train));
        var vocabulary = Vocabulary.Fit(train, int.MaxValue, least);
        return new(train.Source.Title, vocabulary, Chains(train), [], Chains(test), train.Classes);

        Tree[] Chains(TextLines lines) => [.. vocabulary.Numbers(lines).Zip(lines.Labels, (words, label) => Tree.LeftBranching(words.Count > 0 ? words : [Vocabulary.Unknown]).LabelledWhole(label))];
    }

    /// <summary>The words of a tree, unknown ones as ….</summary>
    public string Text(Tree tree) => string.Join(' ', tree.Words.Select(Word));

    /// <summary>A tree in brackets with labels, its words by this vocabulary: (3 (2 it) (4 works)).</summary>
    /// <exception cref="InvalidDataException">It is no such tree: one sentence with the column.</exception>
    public Tree Parse(string brackets) =>
        Treebank.Of([brackets], "brackets", classes: Classes.Length).Fold<Tree>((word, label) => new Tree.Leaf(Vocabulary[word], label), (left, right, label) => new Tree.Node(left, right, label))[0];

    /// <summary>The tree with each node's distribution over the classes and, where the model reconstructs, its E_rec.</summary>
    /// <param name="tree">A tree of these words.</param>
    /// <param name="model">What judges it; the labels alone are drawn if not said.</param>
    public Figures.TreeDrawing Draw(Tree tree, IRecursiveModel? model = null)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        using var batch = new TreeBatch([tree], Compute.Device);
        var rows = new Dictionary<Tree, int>(ReferenceEqualityComparer.Instance);
        for (var row = 0; row < batch.Nodes.Count; row++) rows[batch.Nodes[row]] = row;
        var p = model is ITreeClassifier classifier ? classifier.LabelLogits(batch).softmax(1).Matrix() : null;
        var errors = model is ITreeReconstruction reconstruction ? reconstruction.Errors(batch).Numbers() : null;
        return new(Mark(tree), Classes);

        Figures.TreeMark Mark(Tree node)
        {
            var row = rows[node];
            var distribution = p is null ? null : Enumerable.Range(0, Classes.Length).Select(k => p[row, k]).ToArray();
            return node is Tree.Node(var left, var right)
                ? new(Text(node), distribution, node.Label, errors is null ? "" : FormattableString.Invariant($"E_rec {errors[row - batch.Leaves]:F3}"), Mark(left), Mark(right))
                : new(Text(node), distribution, node.Label);
        }
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Train.Count:N0} + {Dev.Count:N0} + {Test.Count:N0} trees, {Vocabulary.Size:N0} words, {Classes.Length} classes");

    private string Word(long number) => number < 2 ? "…" : Vocabulary.Words[(int)number - 2];
}
