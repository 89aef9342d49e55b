using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>How data are scattered about what the decoder says: p(x | parameters), independent over the D features.</summary>
/// <remarks>
/// The reconstruction error of an autoencoder is a negative log-likelihood, in nats: summed over the features, then averaged
/// over the examples, always in that order. The choice of likelihood is the choice of loss (notebook 01).
/// </remarks>
public abstract class Likelihood
{
    private protected Likelihood() { }

    /// <summary>P, how many numbers a decoder gives for each feature; where the text says D parameters, it is D · P. 1 for most.</summary>
    public virtual int ParametersPerFeature => 1;

    /// <summary>E[x | parameters], in the space of the data: (…, D · P) → (…, D).</summary>
    public abstract Tensor Mean(Tensor parameters);

    /// <summary>−log p(x | parameters) of each example, in nats: (…, B, D · P) and (B, D) → (…, B).</summary>
    /// <exception cref="ArgumentException">The shapes do not belong together, or this likelihood cannot produce such an x.</exception>
    public abstract Tensor NegativeLogLikelihood(Tensor parameters, Tensor x);

    /// <summary>⟨−log p(x | parameters)⟩, the average over the batch, in nats per example: a scalar.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or this likelihood cannot produce such an x.</exception>
    public Tensor Loss(Tensor parameters, Tensor x) => NegativeLogLikelihood(parameters, x).mean();

    /// <summary>Refuses examples that are not of the parameters' shape: (B, D) for (…, B, D · P).</summary>
    private protected void Require(Tensor parameters, Tensor x)
    {
        var wanted = parameters.shape.TakeLast(Math.Max(2, x.shape.Length)).ToArray();
        if (wanted.Length > 0) wanted[^1] /= ParametersPerFeature;
        x.Require(wanted);
    }
}

/// <summary>Each feature is on with probability σ(l): −log p(x | l) = Σᵢ softplus(lᵢ) − xᵢ lᵢ, the cross-entropy.</summary>
/// <remarks>
/// The parameters are logits l, so that nothing overflows: the loss stays finite where log σ(l) would be log 0. A pixel between 0 and 1
/// is read as the probability that the pixel is on, and the loss as the expectation over drawing it.
/// </remarks>
public sealed class BernoulliLikelihood : Likelihood
{
    private const double Far = 40;                                                  // softplus(l) is l from here on, to the last bit of a double

    /// <summary>"Bernoulli".</summary>
    public override string ToString() => "Bernoulli";

    /// <summary>σ(l): (B, D).</summary>
    public override Tensor Mean(Tensor parameters) => sigmoid(parameters);

    /// <inheritdoc/>
    /// <remarks>On a GPU, where reading a number back makes every kernel wait, an example outside [0, 1] is not refused: its loss is NaN.</remarks>
    public override Tensor NegativeLogLikelihood(Tensor parameters, Tensor x)
    {
        Require(parameters, x);
        if (x.device_type == DeviceType.CPU) x.RequireProbabilities(pixels: true);
        using var each = parameters.requires_grad ? WithGradient(parameters, x) : functional.softplus(parameters, threshold: Far).addcmul_(x, parameters, -1);
        var nats = each.sum(dim: -1);
        return x.device_type == DeviceType.CPU ? nats : where(x.ge(0).logical_and(x.le(1)).all(dim: -1), nats, full_like(nats, double.NaN));
    }

    // The same in one call, with a gradient in one pass; without one, the two terms by themselves are a tenth faster where many draws are judged.
    private static Tensor WithGradient(Tensor parameters, Tensor x)
    {
        using var target = x.expand_as(parameters);                                 // held until the end: libtorch gets a pointer to it
        return functional.binary_cross_entropy_with_logits(parameters, target, reduction: Reduction.None);
    }
}

/// <summary>Each feature is normal about the decoder's output m: −log p(x | m) = ‖x − m‖² / 2σ² + (D/2) log 2πσ².</summary>
/// <remarks>
/// With σ² fixed this is the squared error up to the factor 1/(2σ²) and a constant: the same minimum on another scale.
/// σ² = ½ gives exactly ‖x − m‖² and a constant; σ² = 1 gives half of it. The scale matters as soon as a second term joins the loss.
/// </remarks>
public sealed class GaussianLikelihood : Likelihood
{
    /// <summary>A Gaussian of fixed variance.</summary>
    /// <param name="variance">σ² of every feature.</param>
    /// <exception cref="ArgumentException">The variance is not a positive number.</exception>
    public GaussianLikelihood(double variance = 1) => Variance = variance.RequirePositive();

    /// <summary>σ², the same for every feature.</summary>
    public double Variance { get; }

    /// <summary>The likelihood whose variance explains the residuals best: σ̂² = ⟨(x − m)²⟩ over all features and examples.</summary>
    /// <remarks>There −log p per feature is ½ (log 2πσ̂² + 1). Rybkin, Daniilidis and Levine, "Simple and Effective VAE Training with
    /// Calibrated Decoders" (2021), arXiv:2006.13202, §3.</remarks>
    public static GaussianLikelihood Fitted(Tensor mean, Tensor x)
    {
        using var scope = NewDisposeScope();
        return new((x - mean).square().mean().ToDouble());
    }

    /// <summary>"Gaussian, σ² = …".</summary>
    public override string ToString() => FormattableString.Invariant($"Gaussian, σ² = {Variance}");

    /// <summary>The decoder's output itself: (B, D).</summary>
    public override Tensor Mean(Tensor parameters) => parameters;

    /// <inheritdoc/>
    public override Tensor NegativeLogLikelihood(Tensor parameters, Tensor x)
    {
        Require(parameters, x);
        var constant = 0.5 * x.shape[^1] * Math.Log(2 * Math.PI * Variance);
        return (x - parameters).square().sum(dim: -1) / (2 * Variance) + constant;
    }
}

/// <summary>Each feature is normal with a mean and a variance of its own, both the decoder's: −log p(x | m, s) = Σᵢ ½ (log 2π + sᵢ + (xᵢ − mᵢ)² e⁻ˢⁱ), s = log σ².</summary>
/// <remarks>
/// Where a feature is always the same, the best σ² is 0 and the best loss −∞: log σ² therefore ends at <see cref="MinLogVariance"/>, and below
/// it nothing more is learned. Kingma and Welling (2014), appendix C.2; Mattei and Frellsen, "Leveraging the exact likelihood of deep latent
/// variable models" (2018), arXiv:1802.04826, for why it has to end.
/// </remarks>
public sealed class LearnedGaussianLikelihood : Likelihood
{
    /// <summary>Where log σ² ends below: log 10⁻⁴, σ = 0.01, two and a half of the 255 steps of a pixel.</summary>
    public const double MinLogVariance = -9.21034037197618;

    /// <summary>"Gaussian, σ² learned".</summary>
    public override string ToString() => "Gaussian, σ² learned";

    /// <summary>2: m of all features, then log σ² of all.</summary>
    public override int ParametersPerFeature => 2;

    /// <summary>m: (…, 2D) → (…, D).</summary>
    public override Tensor Mean(Tensor parameters) => parameters.chunk(2, dim: -1)[0];

    /// <inheritdoc/>
    public override Tensor NegativeLogLikelihood(Tensor parameters, Tensor x)
    {
        Require(parameters, x);
        var halves = parameters.chunk(2, dim: -1);
        var logVariance = halves[1].clamp(min: MinLogVariance, max: -MinLogVariance);
        return 0.5 * (Math.Log(2 * Math.PI) + logVariance + (x - halves[0]).square() * (-logVariance).exp()).sum(dim: -1);
    }
}

/// <summary>Each feature is one of C levels 0, 1/(C − 1), …, 1, each with a probability of its own: −log p(x | l) = −Σᵢ log softmax(lᵢ)[level of xᵢ].</summary>
/// <remarks>It knows nothing of the order of levels, and so may say "dark or bright, not grey". van den Oord, Kalchbrenner and Kavukcuoglu,
/// "Pixel recurrent neural networks" (2016), arXiv:1601.06759, §3.4.</remarks>
public sealed class CategoricalLikelihood : Likelihood
{
    /// <summary>Features of so many levels.</summary>
    /// <param name="levels">C, 2 or more: 256 for pixels of one byte.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public CategoricalLikelihood(int levels) =>
        Levels = levels >= 2 ? levels : throw new ArgumentException($"{nameof(levels)}: expected 2 or more, got {levels}.", nameof(levels));

    /// <summary>C.</summary>
    public int Levels { get; }

    /// <summary>"categorical, … levels".</summary>
    public override string ToString() => $"categorical, {Levels} levels";

    /// <summary>C: the logits of feature 1, then those of feature 2, ….</summary>
    public override int ParametersPerFeature => Levels;

    /// <summary>Σ level · softmax(l): (…, D · C) → (…, D).</summary>
    public override Tensor Mean(Tensor parameters) =>
        functional.softmax(Logits(parameters), -1).matmul(linspace(0, 1, Levels, dtype: parameters.dtype, device: parameters.device));

    /// <inheritdoc/>
    /// <remarks>An example is read as its nearest level; on the CPU one outside [0, 1] is refused.</remarks>
    public override Tensor NegativeLogLikelihood(Tensor parameters, Tensor x)
    {
        Require(parameters, x);
        if (x.device_type == DeviceType.CPU) x.RequireProbabilities(pixels: true);
        var logits = Logits(parameters);
        var level = (x * (Levels - 1)).round().to(int64).unsqueeze(-1);             // (B, D, 1)
        return -functional.log_softmax(logits, -1).gather(-1, level.expand([.. logits.shape[..^1], 1])).squeeze(-1).sum(dim: -1);
    }

    private Tensor Logits(Tensor parameters) => parameters.reshape([.. parameters.shape[..^1], -1, Levels]);
}
