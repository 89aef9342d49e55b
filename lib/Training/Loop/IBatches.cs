using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>What a training learns from: the batches of any epoch, as a function of the epoch and the place in it and of nothing else.</summary>
/// <remarks>A training that was interrupted asks again for the rest of its epoch. A batch belongs to the sequence and lives until the next is asked for.</remarks>
/// <typeparam name="TBatch">Whatever the loss takes: a tensor, labelled images, a list of trees.</typeparam>
public interface IBatches<TBatch>
{
    /// <summary>How many batches an epoch has, 1 or more.</summary>
    int PerEpoch { get; }

    /// <summary>The batches of one epoch, in order.</summary>
    /// <param name="epoch">Number of the epoch, counted from 0.</param>
    /// <param name="skip">How many batches of it are already done.</param>
    IEnumerable<TBatch> Epoch(int epoch, int skip = 0);

    /// <summary>How many examples a batch holds: its weight in the mean over an epoch.</summary>
    long Examples(TBatch batch);

    /// <summary>The data and their order in words, so that a checkpoint of other data is refused; asked for only where checkpoints are kept. Default: nothing.</summary>
    string Description => "";

    /// <summary>The same examples in two parts, the second of them for validation; null where they cannot be divided, as by default.</summary>
    /// <param name="share">Of the examples, in (0, 1), that are held aside.</param>
    /// <param name="choice">Fixes which.</param>
    (IBatches<TBatch> Learned, IBatches<TBatch> HeldOut)? HoldOut(double share, long choice) => null;
}

/// <summary>The same batches in the same order in every epoch; they stay the caller's.</summary>
internal sealed class GivenBatches<TBatch>(IReadOnlyCollection<TBatch> batches) : IBatches<TBatch>
{
    public int PerEpoch => batches.Count;

    public IEnumerable<TBatch> Epoch(int epoch, int skip) => batches.Skip(skip);

    public long Examples(TBatch batch) => batch is Tensor tensor && tensor.dim() > 0 ? tensor.shape[0]
        : throw new InvalidOperationException($"How many examples a {typeof(TBatch).Name} holds is not known here: give an {nameof(IBatches<TBatch>)}.");
}
