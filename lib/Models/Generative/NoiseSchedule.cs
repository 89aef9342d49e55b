using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>How a diffusion turns data into noise in T steps: q(xₜ | xₜ₋₁) = N(√(1 − βₜ) xₜ₋₁, βₜ I), so that q(xₜ | x₀) = N(√ᾱₜ x₀, (1 − ᾱₜ) I) with ᾱₜ = Πₛ (1 − βₛ).</summary>
/// <remarks>
/// Ho, Jain and Abbeel, "Denoising diffusion probabilistic models" (2020), arXiv:2006.11239, eq. 2 to 7. ᾱₜ = cos²(…) is Nichol and Dhariwal's,
/// "Improved denoising diffusion probabilistic models" (2021), arXiv:2102.09672, eq. 17. Times are int64, 1 to T. Notebook 12.
/// </remarks>
public sealed class NoiseSchedule
{
    private const double Offset = 0.008, MostNoise = 0.999;                         // both of Nichol and Dhariwal, §3.2

    /// <summary>The cosine schedule of so many steps.</summary>
    /// <param name="steps">T, 2 or more.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public NoiseSchedule(int steps)
    {
        Steps = steps >= 2 ? steps : throw new ArgumentException($"{nameof(steps)}: expected 2 or more, got {steps}.", nameof(steps));
        var kept = new double[steps + 1];
        kept[0] = 1;
        for (var t = 1; t <= steps; t++) kept[t] = kept[t - 1] * (1 - Math.Min(1 - Level(t) / Level(t - 1), MostNoise));
        Kept = kept;
    }

    /// <summary>T.</summary>
    public int Steps { get; }

    /// <summary>ᾱₜ, what is left of the data's variance after t steps: ᾱ₀ = 1, …, ᾱ_T.</summary>
    public IReadOnlyList<double> Kept { get; }

    /// <summary>βₜ = 1 − ᾱₜ / ᾱₜ₋₁, the noise of one step.</summary>
    public double Noise(int t) => 1 - Kept[t] / Kept[t - 1];

    /// <summary>ᾱₜ / (1 − ᾱₜ), signal to noise.</summary>
    public double SignalToNoise(int t) => Kept[t] / (1 - Kept[t]);

    /// <summary>β̃ₜ = βₜ (1 − ᾱₜ₋₁)/(1 − ᾱₜ), the variance of q(xₜ₋₁ | xₜ, x₀).</summary>
    public double PosteriorVariance(int t) => Noise(t) * (1 - Kept[t - 1]) / (1 - Kept[t]);

    /// <summary>The mean of q(xₜ₋₁ | xₜ, x₀) = (√ᾱₜ₋₁ βₜ x₀ + √(1 − βₜ) (1 − ᾱₜ₋₁) xₜ) / (1 − ᾱₜ): (B, D) twice → (B, D).</summary>
    public Tensor PosteriorMean(Tensor x0, Tensor xt, int t) =>
        Math.Sqrt(Kept[t - 1]) * Noise(t) / (1 - Kept[t]) * x0 + Math.Sqrt(1 - Noise(t)) * (1 - Kept[t - 1]) / (1 - Kept[t]) * xt;

    /// <summary>xₜ = √ᾱₜ x₀ + √(1 − ᾱₜ) ε, in one step and with a time for each example: (B, D), (B), (B, D) → (B, D).</summary>
    /// <param name="x0">Data.</param>
    /// <param name="t">Times, int64.</param>
    /// <param name="noise">ε, drawn from N(0, I).</param>
    public Tensor Noised(Tensor x0, Tensor t, Tensor noise)
    {
        var kept = At(Kept, t);
        return kept.sqrt() * x0 + (1 - kept).sqrt() * noise;
    }

    /// <summary>A number for each time, looked up for each example: (B) → (B, 1), float32.</summary>
    /// <param name="ofTime">One for each of 0, …, T.</param>
    /// <param name="t">Times, int64.</param>
    public static Tensor At(IReadOnlyList<double> ofTime, Tensor t)
    {
        using var table = tensor(ofTime.ToArray(), dtype: float32, device: t.device);
        return table[t].unsqueeze(1);
    }

    private double Level(double t) => Math.Pow(Math.Cos((t / Steps + Offset) / (1 + Offset) * Math.PI / 2), 2);
}
