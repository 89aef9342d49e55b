using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Units that are on or off, with the probability that a sigmoid gave them.</summary>
/// <remarks>Passing c on as a probability is passing on the mean of such units; drawing them makes the code a handful of bits.</remarks>
public static class BinaryUnits
{
    /// <summary>1 with probability p, else 0, each unit by itself: (B, K) → (B, K).</summary>
    /// <param name="probabilities">p, each in [0, 1].</param>
    /// <param name="random">Where the draws come from; on the device of the probabilities.</param>
    /// <exception cref="ArgumentException">A probability lies outside [0, 1].</exception>
    public static Tensor Sample(Tensor probabilities, Generator random)
    {
        probabilities.RequireProbabilities();
        using var uniform = rand(probabilities.shape, dtype: probabilities.dtype, device: probabilities.device, generator: random);
        return uniform.lt(probabilities).to_type(probabilities.dtype);
    }
}
