using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>Normal noise is added to each feature: x̃ = x + σ ε, ε ~ N(0, I). Pixels may leave [0, 1].</summary>
/// <remarks>Vincent et al. (2010), §3.3; Alain and Bengio, "What regularized auto-encoders learn from the data-generating distribution"
/// (2014), for what its small limit teaches: r(x) − x ≈ σ² ∇ log p(x).</remarks>
public sealed record GaussianNoise : Corruption
{
    /// <summary>Noise of this strength.</summary>
    /// <param name="deviation">σ, 0 or more, in units of the data.</param>
    /// <exception cref="ArgumentException">It is not such a number.</exception>
    public GaussianNoise(double deviation) => Deviation = deviation >= 0 && double.IsFinite(deviation)
        ? deviation
        : throw new ArgumentException($"{nameof(deviation)}: expected 0 or more, got {deviation}.", nameof(deviation));

    /// <summary>σ, in units of the data.</summary>
    public double Deviation { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x, Generator random)
    {
        using var noise = randn(x.shape, dtype: x.dtype, device: x.device, generator: random);
        return x.add(noise, alpha: Deviation);
    }
}
