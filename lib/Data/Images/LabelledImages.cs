using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Pictures and what they show, row by row: a whole data set or one batch of it.</summary>
/// <remarks>It can be taken apart: <c>var (images, labels) = batch</c>.</remarks>
public sealed class LabelledImages : IDisposable
{
    /// <summary>Puts pictures and labels together and owns both from then on.</summary>
    /// <param name="images">One picture a row: (N, D).</param>
    /// <param name="labels">Class numbers, int64: (N).</param>
    /// <exception cref="ArgumentException">A shape or a type is another.</exception>
    public LabelledImages(Tensor images, Tensor labels)
    {
        if (images.dim() != 2) throw new ArgumentException($"{nameof(images)}: expected (N, D), got ({string.Join(", ", images.shape)}).", nameof(images));
        if (labels.dim() != 1 || labels.shape[0] != images.shape[0] || labels.dtype != ScalarType.Int64)
            throw new ArgumentException($"{nameof(labels)}: expected {images.shape[0]} numbers of type Int64, one for each image, got ({string.Join(", ", labels.shape)}) of type {labels.dtype}.", nameof(labels));
        (Images, Labels) = (images, labels);
    }

    /// <summary>One picture a row, pixels in [0, 1]: (N, D).</summary>
    public Tensor Images { get; }

    /// <summary>The class of each picture, int64: (N).</summary>
    public Tensor Labels { get; }

    /// <summary>How many pictures: N.</summary>
    public long Count => Images.shape[0];

    /// <summary>The first pictures and their labels, as views of these.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or more than <see cref="Count"/>.</exception>
    public LabelledImages First(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new(Images.narrow(0, 0, count), Labels.narrow(0, 0, count));
    }

    /// <summary>The same number of pictures of every class, drawn at random without replacement and mixed: few labels, fairly dealt.</summary>
    /// <param name="count">How many of each class.</param>
    /// <param name="seed">Another seed, other pictures.</param>
    /// <returns>Copies, class by class in turn: (classes · count).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive, or some class has fewer pictures.</exception>
    public LabelledImages OfEachClass(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var order = new long[Count];
        new SplitMix(seed, 0).Permute(order);
        using var onHost = Labels.cpu();
        var labels = onHost.data<long>().ToArray();
        var chosen = order.GroupBy(row => labels[row]).OrderBy(group => group.Key).Select(group => group.Take(count).ToArray()).ToArray();
        if (chosen.FirstOrDefault(rows => rows.Length < count) is { } few)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Class {labels[few[0]]} has only {few.Length} images.");
        using var rows = tensor(Enumerable.Range(0, count).SelectMany(i => chosen.Select(group => group[i])).ToArray(), device: Labels.device);
        return new(Images.index_select(0, rows), Labels.index_select(0, rows));
    }

    /// <summary>Pictures and labels apart.</summary>
    public void Deconstruct(out Tensor images, out Tensor labels) => (images, labels) = (Images, Labels);

    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
