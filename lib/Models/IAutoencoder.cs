using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What every autoencoder can do, trained or in closed form: x → u → x̂.</summary>
/// <remarks>D is the size of the data, K the size of the code, B the number of examples.</remarks>
public interface IAutoencoder
{
    /// <summary>The code u of each example: (B, D) → (B, K).</summary>
    /// <exception cref="ArgumentException">The examples have another shape; so everywhere in this room, where a shape is said.</exception>
    Tensor Encode(Tensor x);

    /// <summary>The mean of p(x | u), in the space of the data: (B, K) → (B, D).</summary>
    /// <exception cref="ArgumentException">The codes have another shape.</exception>
    Tensor Decode(Tensor code);
}

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
