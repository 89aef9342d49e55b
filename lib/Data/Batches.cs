using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Cuts data that lie on a device into batches, without moving them from it.</summary>
public static class Batches
{
    /// <summary>Batches in an order that is shuffled anew for every epoch, without replacement.</summary>
    /// <param name="data">One example a row: (N, …).</param>
    /// <param name="size">Examples in a batch; the last of an epoch holds the rest.</param>
    /// <param name="seed">Fixes the order of every epoch: the same on every device.</param>
    /// <param name="dropLast">Whether a last batch that is not full is left out.</param>
    /// <exception cref="ArgumentException">There is no example, or the size is not positive.</exception>
    public static Batches<Tensor> Shuffled(Tensor data, int size, long seed, bool dropLast = false) => Of(data, size, seed, dropLast);

    /// <inheritdoc cref="Shuffled(Tensor, int, long, bool)"/>
    public static Batches<LabelledImages> Shuffled(LabelledImages data, int size, long seed, bool dropLast = false) => Of(data, size, seed, dropLast);

    /// <inheritdoc cref="Shuffled(Tensor, int, long, bool)"/>
    public static Batches<Population> Shuffled(Population data, int size, long seed, bool dropLast = false) => new(data.Count, size, seed, dropLast, data.Features.device,
        (rows, start, count) => new(Rows(data.Features, rows, start, count), Rows(data.Groups, rows, start, count), Rows(data.Labels, rows, start, count)),
        batch => batch.Count, () => DataMark.Of(data.Features, data.Groups, data.Labels));

    /// <summary>Batches of things that are no rows, trees say, in an order that is shuffled anew for every epoch.</summary>
    /// <param name="items">One example each.</param>
    /// <param name="size">Examples in a batch; the last of an epoch holds the rest.</param>
    /// <param name="seed">Fixes the order of every epoch.</param>
    /// <param name="build">What a batch of examples becomes; it belongs to the sequence.</param>
    /// <param name="count">How many examples a batch holds.</param>
    /// <param name="sum">A number that tells these examples from others, for checkpoints.</param>
    /// <exception cref="ArgumentException">There is no example, or the size is not positive.</exception>
    public static Batches<TBatch> Shuffled<T, TBatch>(IReadOnlyList<T> items, int size, long seed, Func<IReadOnlyList<T>, TBatch> build, Func<TBatch, long> count, Func<double> sum) where TBatch : class, IDisposable =>
        new(items.Count, size, seed, dropLast: false, CPU, (rows, start, examples) =>
        {
            using var chosen = rows!.narrow(0, start, examples);
            return build([.. chosen.data<long>().ToArray().Select(row => items[(int)row])]);
        }, count, () => new(sum(), null));

    /// <summary>Batches in the order of the data, as views of them: for evaluation.</summary>
    /// <param name="data">One example a row: (N, …).</param>
    /// <param name="size">Examples in a batch; the last holds the rest.</param>
    /// <exception cref="ArgumentException">There is no example, or the size is not positive.</exception>
    public static Batches<Tensor> InOrder(Tensor data, int size) => Of(data, size, null, dropLast: false);

    /// <inheritdoc cref="InOrder(Tensor, int)"/>
    public static Batches<LabelledImages> InOrder(LabelledImages data, int size) => Of(data, size, null, dropLast: false);

    private static Batches<Tensor> Of(Tensor data, int size, long? seed, bool dropLast) =>
        new(data.shape[0], size, seed, dropLast, data.device, (rows, start, count) => Rows(data, rows, start, count), batch => batch.shape[0], () => DataMark.Of(data));

    private static Batches<LabelledImages> Of(LabelledImages data, int size, long? seed, bool dropLast) =>
        new(data.Count, size, seed, dropLast, data.Images.device, (rows, start, count) => Rows(data, rows, start, count), batch => batch.Count, () => DataMark.Of(data.Images, data.Labels));

    private static LabelledImages Rows(LabelledImages data, Tensor? rows, long start, long count) =>
        new(Rows(data.Images, rows, start, count), Rows(data.Labels, rows, start, count));

    private static Tensor Rows(Tensor data, Tensor? rows, long start, long count)
    {
        if (rows is null) return data.narrow(0, start, count);
        using var chosen = rows.narrow(0, start, count);
        return data.index_select(0, chosen);
    }
}
