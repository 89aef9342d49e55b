using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Something true about every picture that a good code should tell: a slant, a weight, a style.</summary>
/// <param name="Name">For tables.</param>
/// <param name="Values">Real numbers, or class numbers as int64: (N).</param>
public sealed record Factor(string Name, Tensor Values)
{
    /// <summary>Whether the values are class numbers: then a probe's accuracy is measured, and else R².</summary>
    public bool IsClass => Values.dtype == ScalarType.Int64;
}
