using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Drawn digits and the truth about each: (N) pictures, and the four factors they were made from.</summary>
/// <param name="Images">One picture a row, pixels in [0, 1], float32: (N, 784).</param>
/// <param name="Digit">0 … 9, int64: (N).</param>
/// <param name="Slant">Angle to the vertical in radians, positive to the right, float32: (N).</param>
/// <param name="Weight">Width of the pen in pixels, float32: (N).</param>
/// <param name="Style">Number of the <see cref="HandStyle"/>, int64: (N).</param>
public sealed record HandwritingSample(Tensor Images, Tensor Digit, Tensor Slant, Tensor Weight, Tensor Style) : IDisposable
{
    /// <summary>Frees all five tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in new[] { Images, Digit, Slant, Weight, Style }) tensor.Dispose();
    }
}
