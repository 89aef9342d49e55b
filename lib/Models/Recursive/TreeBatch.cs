using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Trees side by side for level-wise computing: every word and phrase of all of them is a row, words first, then phrases by their height.</summary>
/// <remarks>
/// All phrases of one height lie together, whichever tree they belong to, and their parts lie before them: so a level is one matrix product. All
/// that says which row belongs where is made once, on the CPU, and then moved to the device. Notebook 10.
/// </remarks>
public sealed class TreeBatch : IDisposable
{
    /// <summary>The label of a row that has none.</summary>
    public const long Unlabelled = -1;

    private Unfolding? unfolding;
    private readonly long[] parts;                                                  // rows of each phrase's two parts, one after the other: 2M

    /// <summary>Lays trees side by side.</summary>
    /// <param name="trees">One or more.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <exception cref="ArgumentException">There is no tree.</exception>
    public TreeBatch(IReadOnlyList<Tree> trees, Device? device = null)
    {
        if (trees.Count == 0) throw new ArgumentException($"{nameof(trees)}: expected one tree or more, got none.", nameof(trees));
        var places = Placed(trees);
        (Count, Nodes, Owners) = (trees.Count, [.. places.Select(place => place.Tree)], [.. places.Select(place => place.Number)]);
        Leaves = Array.FindIndex(places, place => place.Tree.Height > 0) is >= 0 and var first ? first : places.Length;
        var rows = new int[places.Length];                                          // of the n-th visited: its row
        for (var row = 0; row < places.Length; row++) rows[places[row].Visit] = row;
        LargestWord = Nodes.Take(Leaves).Max(tree => ((Tree.Leaf)tree).Word);
        LargestLabel = Nodes.Max(tree => tree.Label ?? (int)Unlabelled);
        Levels = [.. LevelsOf(places)];
        parts = [.. places.Skip(Leaves).SelectMany(place => new long[] { rows[place.Left], rows[place.Right] })];
        var slots = new long[places.Length];
        Array.Fill(slots, parts.Length);
        for (var slot = 0; slot < parts.Length; slot++) slots[parts[slot]] = slot;
        Words = tensor(Nodes.Take(Leaves).Select(tree => ((Tree.Leaf)tree).Word).ToArray(), device: device).DetachFromDisposeScope();
        Parts = tensor(parts, device: device).DetachFromDisposeScope();
        Slots = tensor(slots, device: device).DetachFromDisposeScope();
        Labels = tensor(Nodes.Select(tree => tree.Label ?? Unlabelled).ToArray(), device: device).DetachFromDisposeScope();
        LeafSlots = Slots.narrow(0, 0, Leaves).DetachFromDisposeScope();
        LevelRows = [.. Levels.Select(level => new Level(level.First, level.Count,
            Parts.narrow(0, 2 * (level.First - Leaves), 2 * level.Count).DetachFromDisposeScope(), Slots.narrow(0, level.First, level.Count).DetachFromDisposeScope()))];
        Roots = tensor(Enumerable.Range(0, places.Length).Where(row => slots[row] == parts.Length).OrderBy(row => places[row].Number).Select(row => (long)row).ToArray(), device: device).DetachFromDisposeScope();
        Lengths = tensor(Nodes.Select(tree => (float)tree.Length).ToArray(), device: device).DetachFromDisposeScope();
    }

    /// <summary>How many trees: B.</summary>
    public int Count { get; }

    /// <summary>How many words: L. They are the rows 0 … L − 1, in reading order.</summary>
    public int Leaves { get; }

    /// <summary>How many phrases: M. They are the rows L … N − 1.</summary>
    public int Phrases => Nodes.Count - Leaves;

    /// <summary>The word or phrase of each row: N = L + M of them.</summary>
    public IReadOnlyList<Tree> Nodes { get; }

    /// <summary>Which of the trees each row belongs to, from 0.</summary>
    public IReadOnlyList<int> Owners { get; }

    /// <summary>The phrases of height 1, 2, …: where each level begins among the rows, and how many it has.</summary>
    public IReadOnlyList<(int First, int Count)> Levels { get; }

    /// <summary>The numbers of the words, int64: (L).</summary>
    public Tensor Words { get; }

    /// <summary>The rows of each phrase's left and right part, one after the other, int64: (2M).</summary>
    public Tensor Parts { get; }

    /// <summary>Where each row stands in <see cref="Parts"/>; 2M for a whole tree, which is no part, int64: (N).</summary>
    public Tensor Slots { get; }

    /// <summary>The class of each row, or <see cref="Unlabelled"/>, int64: (N).</summary>
    public Tensor Labels { get; }

    /// <summary>The row of each whole tree, in the order given, int64: (B).</summary>
    public Tensor Roots { get; }

    /// <summary>How many words each row covers, float32: (N).</summary>
    public Tensor Lengths { get; }

    /// <summary>The largest label; −1 where there is none.</summary>
    public int LargestLabel { get; }

    /// <summary>The largest number of a word.</summary>
    public long LargestWord { get; }

    /// <summary>Of each level its rows, those of its parts, and where its rows are parts.</summary>
    internal IReadOnlyList<Level> LevelRows { get; }

    /// <summary>Where the words are parts: (L).</summary>
    internal Tensor LeafSlots { get; }

    /// <summary>The row of the left part of each phrase, and of the right one by turns: 2M of them.</summary>
    internal ReadOnlySpan<long> PartRows => parts;

    /// <summary>How the codes of its phrases go down again; made where it is first asked for.</summary>
    internal Unfolding Unfolding => unfolding ??= new(this);

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        unfolding?.Dispose();
        foreach (var tensor in new[] { Words, Parts, Slots, Labels, Roots, Lengths, LeafSlots }) tensor.Dispose();
        foreach (var level in LevelRows) level.Dispose();
    }

    // Every word and phrase of every tree, by height; of one height in the order of the trees, and from left to right.
    private static Place[] Placed(IReadOnlyList<Tree> trees)
    {
        var places = new List<Place>();
        for (var number = 0; number < trees.Count; number++)
        {
            var open = new Stack<int>();
            foreach (var tree in trees[number].Subtrees)
            {
                var visit = places.Count;
                if (tree is Tree.Leaf) places.Add(new(tree, visit, -1, -1, number));
                else
                {
                    var (right, left) = (open.Pop(), open.Pop());
                    places.Add(new(tree, visit, left, right, number));
                }
                open.Push(visit);
            }
        }
        return [.. places.OrderBy(place => place.Tree.Height)];                     // OrderBy keeps the order of equals
    }

    private static IEnumerable<(int First, int Count)> LevelsOf(Place[] places)
    {
        for (var first = 0; first < places.Length;)
        {
            var (height, count) = (places[first].Tree.Height, 1);
            while (first + count < places.Length && places[first + count].Tree.Height == height) count++;
            if (height > 0) yield return (first, count);
            first += count;
        }
    }

    /// <summary>The phrases of one height: where they begin among the rows, how many they are, and the parts of <see cref="Parts"/> and <see cref="Slots"/> that are theirs.</summary>
    internal readonly record struct Level(int First, int Count, Tensor Parts, Tensor Slots) : IDisposable
    {
        /// <summary>Frees the tensors.</summary>
        public void Dispose()
        {
            Parts.Dispose();
            Slots.Dispose();
        }
    }

    /// <summary>A word or phrase, when it was visited, when its two parts were, and in which tree.</summary>
    private readonly record struct Place(Tree Tree, int Visit, int Left, int Right, int Number);
}
