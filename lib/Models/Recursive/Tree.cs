using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Workbook.Models;

/// <summary>A binary tree over a sentence: a word, or two trees that make a phrase; each may have a label, a class number from 0.</summary>
/// <remarks>
/// The type is closed, so that a recursive model is a <c>switch</c> over its two forms. Socher et al., "Semi-supervised recursive autoencoders for predicting
/// sentiment distributions" (2011). Notebook 10.
/// </remarks>
public abstract record Tree
{
    private Tree(int? label) =>
        Label = label is null or >= 0 ? label : throw new ArgumentException($"{nameof(label)}: expected a class number from 0, or none, got {label}.", nameof(label));

    /// <summary>The class of this word or phrase; null where it has none.</summary>
    public int? Label { get; }

    /// <summary>How many words it covers.</summary>
    public abstract int Length { get; }

    /// <summary>Steps from here down to the farthest word: 0 for a word.</summary>
    public abstract int Height { get; }

    /// <summary>A word, by its number.</summary>
    public sealed record Leaf : Tree
    {
        /// <summary>A word.</summary>
        /// <param name="word">Its number, from 0.</param>
        /// <param name="label">Its class.</param>
        /// <exception cref="ArgumentException">A number is negative.</exception>
        public Leaf(long word, int? label = null) : base(label) =>
            Word = word >= 0 ? word : throw new ArgumentException($"{nameof(word)}: expected a word's number from 0, got {word}.", nameof(word));

        /// <summary>The word's number.</summary>
        public long Word { get; }

        /// <inheritdoc/>
        public override int Length => 1;

        /// <inheritdoc/>
        public override int Height => 0;

        /// <summary>The word's number.</summary>
        public void Deconstruct(out long word) => word = Word;

        /// <inheritdoc/>
        public override string ToString() => Label is null ? $"{Word}" : $"({Label} {Word})";
    }

    /// <summary>A phrase of two parts.</summary>
    public sealed record Node : Tree
    {
        /// <summary>A phrase.</summary>
        /// <param name="left">Its first part.</param>
        /// <param name="right">Its second part.</param>
        /// <param name="label">Its class.</param>
        /// <exception cref="ArgumentException">The label is negative.</exception>
        public Node(Tree left, Tree right, int? label = null) : base(label)
        {
            (Left, Right) = (left, right);
            (Length, Height) = (left.Length + right.Length, 1 + Math.Max(left.Height, right.Height));
        }

        /// <summary>The first part.</summary>
        public Tree Left { get; }

        /// <summary>The second part.</summary>
        public Tree Right { get; }

        /// <inheritdoc/>
        public override int Length { get; }

        /// <inheritdoc/>
        public override int Height { get; }

        /// <summary>The two parts.</summary>
        public void Deconstruct(out Tree left, out Tree right) => (left, right) = (Left, Right);

        /// <inheritdoc/>
        public override string ToString() => Label is null ? $"({Left} {Right})" : $"({Label} {Left} {Right})";
    }

    /// <summary>The numbers of the words, in reading order.</summary>
    public IEnumerable<long> Words => Subtrees.OfType<Leaf>().Select(leaf => leaf.Word);

    /// <summary>Every word and phrase, parts before the whole and left before right; this tree is the last.</summary>
    /// <exception cref="InsufficientExecutionStackException">The tree is too high: tens of thousands of steps.</exception>
    public IEnumerable<Tree> Subtrees
    {
        get
        {
            var found = new List<Tree>(2 * Length - 1);
            Visit(this);
            return found;

            void Visit(Tree tree)
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                if (tree is Node(var left, var right))
                {
                    Visit(left);
                    Visit(right);
                }
                found.Add(tree);
            }
        }
    }

    /// <summary>The same tree with one label at all phrases, as where only the sentence has one; a word has none, unless it is the whole sentence.</summary>
    /// <param name="label">The class of the sentence.</param>
    public Tree LabelledThroughout(int label)
    {
        return this is Leaf(var only) ? new Leaf(only, label) : Throughout(this);

        Tree Throughout(Tree tree) => tree switch
        {
            Leaf(var word) => new Leaf(word),
            Node(var left, var right) => new Node(Throughout(left), Throughout(right), label),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The same tree with another label as a whole.</summary>
    /// <param name="label">The class of the sentence; none takes it away.</param>
    public Tree LabelledWhole(int? label) => this switch
    {
        Leaf(var word) => new Leaf(word, label),
        Node(var left, var right) => new Node(left, right, label),
        _ => throw new UnreachableException(),
    };

    /// <summary>The tree that adds one word after another: (((w₁ w₂) w₃) …), which a recurrent network walks.</summary>
    /// <param name="words">The numbers of the words.</param>
    /// <exception cref="ArgumentException">There is no word, or a number is negative.</exception>
    public static Tree LeftBranching(IReadOnlyList<long> words) => words.Count == 0
        ? throw new ArgumentException($"{nameof(words)}: expected one word or more, got none.", nameof(words))
        : words.Select(word => (Tree)new Leaf(word)).Aggregate((left, right) => new Node(left, right));
}
