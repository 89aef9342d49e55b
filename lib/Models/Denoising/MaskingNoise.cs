using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Each feature is set to 0 with probability ν: x̃ᵢ = xᵢ mᵢ with mᵢ ~ Bernoulli(1 − ν).</summary>
/// <remarks>Vincent et al., "Extracting and composing robust features with denoising autoencoders" (2008), §2.3. There the number of
/// zeroed features is fixed at νD; here each is drawn by itself, so that νD is its mean.</remarks>
public sealed record MaskingNoise : Corruption
{
    /// <summary>Noise of this strength.</summary>
    /// <param name="rate">ν, in [0, 1].</param>
    /// <exception cref="ArgumentException">It is not such a number.</exception>
    public MaskingNoise(double rate) => Rate = Probability(rate);

    /// <summary>ν: 0 keeps everything, 1 nothing.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x, Generator random)
    {
        using var lost = Uniform(x, random).lt(Rate);
        return x.masked_fill(lost, 0);
    }
}
