using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>Numbers that may be subtracted.</summary>
internal static class RealNumbers
{
    /// <summary>The tensor itself; whole numbers and truth values in double precision, as a difference of two bytes goes round at 256.</summary>
    public static Tensor Real(this Tensor tensor) => tensor.is_floating_point() ? tensor : tensor.to(float64);
}
