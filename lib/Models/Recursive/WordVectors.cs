using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A vector for each word of a vocabulary, learned with the rest: (L) → (L, K).</summary>
/// <remarks>First drawn from N(0, 1 / K), so that their length is about 1, that of a normalised phrase. Notebook 10.</remarks>
public sealed class WordVectors : Module<Tensor, Tensor>
{
    private readonly Embedding vectors;

    /// <summary>Vectors drawn from the generator.</summary>
    /// <param name="words">V.</param>
    /// <param name="size">K.</param>
    /// <param name="random">Where they come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public WordVectors(int words, int size, Generator random) : base(nameof(WordVectors))
    {
        (Count, Size) = (words.RequireSize(), size.RequireSize());
        vectors = Embedding(words, size);
        using var _ = no_grad();
        using var drawn = Draws.Normal([words, size], random);
        using var scaled = drawn / Math.Sqrt(size);
        vectors.weight!.copy_(scaled);
        RegisterComponents();
    }

    /// <summary>V.</summary>
    public int Count { get; }

    /// <summary>K.</summary>
    public int Size { get; }

    /// <summary>All vectors: (V, K).</summary>
    public Tensor Table => vectors.weight!;

    /// <inheritdoc/>
    public override Tensor forward(Tensor words) => vectors.call(words);

    /// <summary>The vectors of all words of a batch: (L, K).</summary>
    /// <exception cref="ArgumentException">A word has no vector.</exception>
    public Tensor Of(TreeBatch batch)
    {
        Known(batch.LargestWord);
        return call(batch.Words);
    }

    /// <summary>The vector of one word: (1, K).</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public Tensor Of(long word) => Table.narrow(0, Known(word), 1);

    /// <summary>The number itself, if it is that of a word.</summary>
    internal long Known(long word) => word >= 0 && word < Count ? word
        : throw new ArgumentException($"{nameof(word)}: expected a word's number from 0 to {Count - 1}, got {word}: a word outside the vocabulary needs a number of its own there.", nameof(word));
}
