using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Drawn faces and the truth about each.</summary>
/// <param name="Images">One picture a row, pixels in [0, 1], float32: (N, 361).</param>
/// <param name="Factors">What each was made from, in the order of <see cref="FaceFactors.Names"/>, float32: (N, 8).</param>
public sealed record FaceSample(Tensor Images, Tensor Factors) : IDisposable
{
    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Factors.Dispose();
    }
}
