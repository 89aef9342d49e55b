using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Each feature is set, with probability ν, to 0 or to 1 by the toss of a fair coin.</summary>
/// <remarks>Vincent et al. (2010), §3.3, for features in [0, 1]: unlike masking it also puts ink where there is none.</remarks>
public sealed record SaltAndPepperNoise : Corruption
{
    /// <summary>Noise of this strength.</summary>
    /// <param name="rate">ν, in [0, 1].</param>
    /// <exception cref="ArgumentException">It is not such a number.</exception>
    public SaltAndPepperNoise(double rate) => Rate = Probability(rate);

    /// <summary>ν: 0 keeps everything, 1 leaves only coins.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x, Generator random)
    {
        using var coin = Uniform(x, random);
        using var pepper = coin.lt(Rate / 2);
        using var salt = coin.ge(1 - Rate / 2);
        using var peppered = x.masked_fill(pepper, 0);
        return peppered.masked_fill(salt, 1);
    }
}
