using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What an autoencoder made of the same held-out examples at one moment of its training.</summary>
/// <param name="Epoch">When: 0 is before the first step, 0.1 after a tenth of the first epoch.</param>
/// <param name="Codes">u, the codes of the examples: (N, K).</param>
/// <param name="Reconstructions">x̂, the first few of them decoded again: (M, D) with M ≤ N.</param>
/// <param name="TestLoss">⟨−log p(x | u)⟩ over all held-out examples, in nats per example.</param>
public sealed record Snapshot(double Epoch, Tensor Codes, Tensor Reconstructions, double TestLoss) : IDisposable
{
    /// <summary>Gives the tensors back.</summary>
    public void Dispose()
    {
        Codes.Dispose();
        Reconstructions.Dispose();
    }
}
