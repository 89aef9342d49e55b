using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What every autoencoder can do, trained or in closed form: x → u → x̂.</summary>
/// <remarks>D is the size of the data, K the size of the code, B the number of examples.</remarks>
public interface IAutoencoder
{
    /// <summary>The code u of each example: (B, D) → (B, K).</summary>
    Tensor Encode(Tensor x);

    /// <summary>The mean of p(x | u), in the space of the data: (B, K) → (B, D).</summary>
    Tensor Decode(Tensor code);
}
