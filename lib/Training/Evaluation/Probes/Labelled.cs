using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>What every probe asks of its codes and labels.</summary>
internal static class Labelled
{
    /// <exception cref="ArgumentException">Codes are not (N, K) with N ≥ 1, or labels are not N numbers of type int64 from 0.</exception>
    public static void Require(Tensor codes, Tensor labels)
    {
        if (codes.dim() != 2 || codes.shape[0] == 0 || codes.shape[1] == 0)
            throw new ArgumentException($"{nameof(codes)}: expected (N, K) with one code or more, got ({string.Join(", ", codes.shape)}).", nameof(codes));
        if (labels.dim() != 1 || labels.shape[0] != codes.shape[0] || labels.dtype != ScalarType.Int64)
            throw new ArgumentException($"{nameof(labels)}: expected {codes.shape[0]} numbers of type Int64, one a code, got ({string.Join(", ", labels.shape)}) of type {labels.dtype}.", nameof(labels));
        using var least = labels.min();
        if (least.ToInt64() < 0) throw new ArgumentException($"{nameof(labels)}: expected classes from 0, got {least.ToInt64()}.", nameof(labels));
    }
}
