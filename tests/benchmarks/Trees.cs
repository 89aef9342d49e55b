using System.Diagnostics;
using TorchSharp;
using Workbook.Course;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>Training steps of a supervised recursive network on labelled trees, all phrases of equal height at once: what trees.py does in PyTorch.</summary>
internal static class Trees
{
    private const int Size = 25, Batch = 25, WarmUp = 100;

    /// <summary>Writes so many trees to a file, words as numbers: of the Stanford treebank where it is, else drawn ones.</summary>
    public static void Write(int count, string path)
    {
        var corpus = TreeCorpus.Of(TreebankParts.Load(), least: 2);
        File.WriteAllLines(path, corpus.Train.Take(count).Select(Brackets));

        static string Brackets(Tree tree) => tree switch
        {
            Tree.Leaf(var word) => $"({tree.Label} {word})",
            Tree.Node(var left, var right) => $"({tree.Label} {Brackets(left)} {Brackets(right)})",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The trees of such a file.</summary>
    public static IEnumerable<Tree> Read(string path) =>
        Treebank.Read(path).Fold<Tree>((word, label) => new Tree.Leaf(long.Parse(word), label), (left, right, label) => new Tree.Node(left, right, label));

    /// <summary>Prints the trees per second.</summary>
    public static void Speed(string path)
    {
        Tree[] trees = [.. Read(path)];
        var model = new RecursiveNetwork((int)trees.Max(tree => tree.Words.Max()) + 1, Size, 5, new Generator(1));
        model.to(Compute.Device);
        using var adam = new Engine.OnePassAdamW(model.parameters(), lr: 1e-3, weight_decay: 0);
        TreeBatch[] batches = [.. trees.Chunk(Batch).Select(some => new TreeBatch(some, Compute.Device))];    // indices beforehand, as in the twin
        Train(batches.Take(WarmUp));
        Steps.Wait();
        var clock = Stopwatch.StartNew();
        Train(batches);
        Steps.Wait();
        Console.WriteLine((trees.Length / clock.Elapsed.TotalSeconds).ToString("F1"));

        void Train(IEnumerable<TreeBatch> part)
        {
            foreach (var batch in part)
            {
                using var scope = NewDisposeScope();
                adam.zero_grad();
                model.Loss(batch).backward();
                adam.step();
            }
        }
    }
}
