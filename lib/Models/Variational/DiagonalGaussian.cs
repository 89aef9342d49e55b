using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>N(μ, diag σ²), held as μ and log σ²: what an encoder says of the code of each example.</summary>
/// <remarks>
/// An encoder's last layer may be any number, and log σ² may be, too; σ is positive of itself. Kingma and Welling, "Auto-encoding variational
/// Bayes" (2014), arXiv:1312.6114, §3 and appendix B, whose letters these are. Where torch's own Normal has one number a batch and a coordinate,
/// this has the sums over coordinates that a bound is made of. Notebook 13.
/// </remarks>
/// <param name="Mean">μ: (B, L).</param>
/// <param name="LogVariance">log σ²: (B, L).</param>
public sealed record DiagonalGaussian(Tensor Mean, Tensor LogVariance)
{
    /// <summary>Where log σ² ends, up and down: e³⁰ and e⁻³⁰ are still far from what 32 bits hold, and no code is as wide or as narrow.</summary>
    public const double MaxLogVariance = 30;

    private static readonly double logTau = Math.Log(2 * Math.PI);

    /// <summary>The distribution that a network's last layer says: μ in its first half, log σ² in the second, kept between ∓<see cref="MaxLogVariance"/>: (…, 2L) → (…, L).</summary>
    public static DiagonalGaussian Of(Tensor parameters)
    {
        var halves = parameters.chunk(2, dim: -1);
        return new(halves[0], halves[1].clamp(-MaxLogVariance, MaxLogVariance));
    }

    /// <summary>N(0, I), as many rows as are asked for: (count, size).</summary>
    public static DiagonalGaussian Standard(long count, long size, Device? device = null) => new(zeros(count, size, device: device), zeros(count, size, device: device));

    /// <summary>σ: (B, L).</summary>
    public Tensor Deviation => (0.5 * LogVariance).exp();

    /// <summary>The same distribution, whose parameters learn nothing from what is done with it.</summary>
    public DiagonalGaussian Detached() => new(Mean.detach(), LogVariance.detach());

    /// <summary>z = μ + σ ⊙ ε, the reparameterisation: (…, B, L) → (…, B, L). Gradients pass to μ and σ.</summary>
    /// <param name="noise">ε, drawn from N(0, I).</param>
    public Tensor At(Tensor noise) => Mean + Deviation * noise;

    /// <summary>One draw for each example: (B, L).</summary>
    public Tensor Sample(Generator random) => At(Noise(Mean.shape, random));

    /// <summary>So many draws for each example: (count, B, L).</summary>
    /// <exception cref="ArgumentException">The count is below 1.</exception>
    public Tensor Sample(int count, Generator random) => At(Noise([count.RequireSize(), .. Mean.shape], random));

    /// <summary>log N(z; μ, diag σ²) = −½ Σⱼ (log 2π + log σⱼ² + (zⱼ − μⱼ)²/σⱼ²), in nats: (…, B, L) → (…, B).</summary>
    public Tensor LogDensity(Tensor z) => -0.5 * (logTau + LogVariance + (z - Mean).square() / LogVariance.exp()).sum(dim: -1);

    /// <summary>log N(z; 0, I) = −½ Σⱼ (log 2π + zⱼ²), in nats: (…, L) → (…).</summary>
    public static Tensor StandardLogDensity(Tensor z) => -0.5 * (logTau + z.square()).sum(dim: -1);

    /// <summary>KL(N(μⱼ, σⱼ²) ‖ N(0, 1)) = −½ (1 + log σⱼ² − μⱼ² − σⱼ²) of each coordinate, in nats: (B, L). Its sum over j is the paper's appendix B.</summary>
    public Tensor DivergenceFromStandard() => -0.5 * (1 + LogVariance - Mean.square() - LogVariance.exp());

    /// <summary>KL(this ‖ other) = ½ (log τⱼ² − log σⱼ² + (σⱼ² + (μⱼ − νⱼ)²)/τⱼ² − 1) of each coordinate, in nats: (B, L).</summary>
    /// <param name="other">N(ν, diag τ²).</param>
    public Tensor Divergence(DiagonalGaussian other) =>
        0.5 * (other.LogVariance - LogVariance + (LogVariance.exp() + (Mean - other.Mean).square()) / other.LogVariance.exp() - 1);

    private Tensor Noise(long[] shape, Generator random) => Draws.Normal(shape, random, Mean.dtype, Mean.device);
}
