using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

/// <summary>Trees and networks for the tests of recursion.</summary>
internal static class SomeTrees
{
    public const int Words = 5, Size = 3, Classes = 3;

    /// <summary>The trees of tests/oracles/models/recursive.py: one of three words, a word alone, and one of five.</summary>
    public static readonly Tree[] Recorded =
    [
        new Tree.Node(new Tree.Node(new Tree.Leaf(0, 0), new Tree.Leaf(1, 2), 1), new Tree.Leaf(2), 2),
        new Tree.Leaf(3, 1),
        new Tree.Node(
            new Tree.Node(new Tree.Leaf(0, 1), new Tree.Leaf(2, 0)),
            new Tree.Node(new Tree.Leaf(1, 1), new Tree.Node(new Tree.Leaf(3, 2), new Tree.Leaf(4, 1), 0), 2), 0),
    ];

    public static readonly string[] Forms =
    [
        "autoencoder", "autoencoder, normalised", "autoencoder, normalised and weighted", "semi-supervised", "network", "unfolding", "deep, ReLU", "deep, tanh",
    ];

    /// <summary>A network of each form, in double precision.</summary>
    public static IRecursiveModel Model(string form, int words = Words, int size = Size)
    {
        var random = new Generator(1);
        IRecursiveModel model = form switch
        {
            "autoencoder" => new RecursiveAutoencoder(words, size, random, normalise: false),
            "autoencoder, normalised" => new RecursiveAutoencoder(words, size, random),
            "autoencoder, normalised and weighted" => new RecursiveAutoencoder(words, size, random, lengthWeighted: true),
            "semi-supervised" => new SemiSupervisedRecursiveAutoencoder(words, size, Classes, alpha: 0.2, random, lengthWeighted: true),
            "network" => new RecursiveNetwork(words, size, Classes, random),
            "unfolding" => new UnfoldingAutoencoder(words, size, random),
            "deep, ReLU" => new DeepRecursiveNetwork(words, size, depth: 3, Classes, random),
            "deep, tanh" => new DeepRecursiveNetwork(words, size, depth: 3, Classes, random, Activation.Tanh),
            _ => throw new ArgumentException(form),
        };
        ((nn.Module)model).to(ScalarType.Float64);
        return model;
    }

    /// <summary>The parameters, by name.</summary>
    public static (string Name, Tensor Value)[] Parameters(this IRecursiveModel model) => [.. ((nn.Module)model).named_parameters().Select(p => (p.name, (Tensor)p.parameter))];

    /// <summary>Trees of random forms and labels over these words.</summary>
    public static Tree[] Random(int count, int words, int longest, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Grown(random.Next(1, longest + 1)))];

        Tree Grown(int length)
        {
            var label = random.Next(4) == 0 ? (int?)null : random.Next(Classes);
            if (length == 1) return new Tree.Leaf(random.Next(words), label);
            var left = random.Next(1, length);
            return new Tree.Node(Grown(left), Grown(length - left), label);
        }
    }
}
