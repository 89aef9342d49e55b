using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What is done to an example before an autoencoder sees it: a draw x̃ ~ q(x̃ | x).</summary>
/// <remarks>
/// Vincent, Larochelle, Lajoie, Bengio and Manzagol, "Stacked denoising autoencoders" (2010), §3.3, has the three forms: masking,
/// Gaussian noise, salt and pepper. Notebook 05.
/// </remarks>
public abstract record Corruption
{
    private protected Corruption() { }

    /// <summary>x̃, a corrupted copy of each example: (B, D) → (B, D).</summary>
    /// <param name="x">Clean examples; they are left as they are.</param>
    /// <param name="random">Where the draws come from; on the device of the examples.</param>
    public abstract Tensor Apply(Tensor x, Generator random);

    private protected static double Probability(double rate, [CallerArgumentExpression(nameof(rate))] string name = "") => rate is >= 0 and <= 1
        ? rate
        : throw new ArgumentException($"{name}: expected a probability in [0, 1], got {rate}.", name);

    /// <summary>Numbers from U(0, 1) in the shape, the type and the place of the examples.</summary>
    private protected static Tensor Uniform(Tensor x, Generator random) => rand(x.shape, dtype: x.dtype, device: x.device, generator: random);
}
