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
    private protected static Tensor Uniform(Tensor x, Generator random) => Draws.UniformLike(x, random);
}

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

/// <summary>Normal noise is added to each feature: x̃ = x + σ ε, ε ~ N(0, I). Pixels may leave [0, 1].</summary>
/// <remarks>Vincent et al. (2010), §3.3; Alain and Bengio, "What regularized auto-encoders learn from the data-generating distribution"
/// (2014), for what its small limit teaches: r(x) − x ≈ σ² ∇ log p(x).</remarks>
public sealed record GaussianNoise : Corruption
{
    /// <summary>Noise of this strength.</summary>
    /// <param name="deviation">σ, 0 or more, in units of the data.</param>
    /// <exception cref="ArgumentException">It is not such a number.</exception>
    public GaussianNoise(double deviation) => Deviation = deviation.RequireNonNegative();

    /// <summary>σ, in units of the data.</summary>
    public double Deviation { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x, Generator random)
    {
        using var noise = Draws.NormalLike(x, random);
        return x.add(noise, alpha: Deviation);
    }
}
