using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>The little the loop knows about a batch.</summary>
internal static class Batch
{
    /// <summary>The first dimension of a tensor, or of the first tensor of a tuple.</summary>
    /// <exception cref="InvalidOperationException">The batch is neither, so only its owner can count.</exception>
    public static long Examples<TBatch>(TBatch batch) => batch switch
    {
        Tensor tensor when tensor.dim() > 0 => tensor.shape[0],
        ITuple { Length: > 0 } tuple when tuple[0] is Tensor first && first.dim() > 0 => first.shape[0],
        _ => throw new InvalidOperationException($"How many examples a {typeof(TBatch).Name} holds must be said: set {nameof(Trainer<TBatch>.ExamplesIn)}."),
    };
}
