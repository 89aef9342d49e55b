using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>There and back: what is left of an example after it has passed through its code.</summary>
public static class Reconstruction
{
    /// <summary>x̂ = Decode(Encode(x)), without a graph: (B, D) → (B, D).</summary>
    public static Tensor Reconstruct(this IAutoencoder autoencoder, Tensor x)
    {
        using var _ = no_grad();
        using var code = autoencoder.Encode(x);
        return autoencoder.Decode(code);
    }
}
