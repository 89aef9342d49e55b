using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Diffusion of binary features x ∈ {0, 1}ᴰ: noise is added to x₀ = 2x − 1 step by step, and a network learns to take each step back.</summary>
/// <remarks>
/// A latent-variable model with z = (x₁, …, x_T) whose encoder, <see cref="NoiseSchedule"/>, learns nothing: p(xₜ₋₁ | xₜ) = N(μ̃(x̂₀, xₜ), β̃ₜ I), and the
/// last step is a Bernoulli, p(x | x₁). Ho, Jain and Abbeel, "Denoising diffusion probabilistic models" (2020), arXiv:2006.11239, whose network gives ε̂;
/// this one gives x̂₀ instead (their §3.2), as the chance of each bit: what xₜ itself says of it, plus what the network reads from all others. Notebook 12.
/// </remarks>
public sealed class DiffusionModel : Module<Tensor, Tensor, Tensor>
{
    private const int Waves = 8;                                                    // cosines by which the network is told t

    private static readonly BernoulliLikelihood likelihood = new();

    private readonly Perceptron network;
    private readonly double[] evidence, weights;

    /// <summary>A model of D binary features.</summary>
    /// <param name="dataSize">D.</param>
    /// <param name="hiddenSizes">Units of the hidden layers.</param>
    /// <param name="schedule">The steps of noise.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public DiffusionModel(int dataSize, IReadOnlyList<int> hiddenSizes, NoiseSchedule schedule, Generator random) : base($"{nameof(DiffusionModel)} {dataSize}")
    {
        (DataSize, Schedule) = (dataSize.RequireSize(), schedule);
        network = new([dataSize + Waves, .. hiddenSizes, dataSize], Activation.Silu, Activation.Identity, random);
        double Of(Func<int, double> ofTime, int t, int first) => t < first ? 0 : ofTime(t);
        evidence = [.. Enumerable.Range(0, schedule.Steps + 1).Select(t => Of(t => 2 * Math.Sqrt(schedule.Kept[t]) / (1 - schedule.Kept[t]), t, 1))];
        weights = [.. Enumerable.Range(0, schedule.Steps + 1).Select(t => Of(t => (schedule.SignalToNoise(t - 1) - schedule.SignalToNoise(t)) / 2, t, 2))];
        RegisterComponents();
    }

    /// <summary>D.</summary>
    public int DataSize { get; }

    /// <summary>β₁, …, β_T.</summary>
    public NoiseSchedule Schedule { get; }

    /// <summary>The logit of each x being 1, given xₜ: 2√ᾱₜ/(1 − ᾱₜ) xₜ, which is Bayes' rule for a bit by itself, plus the network's part: (B, D) and (B) → (B, D).</summary>
    /// <param name="xt">xₜ.</param>
    /// <param name="t">Times, int64.</param>
    public override Tensor forward(Tensor xt, Tensor t)
    {
        xt.Require([-1, DataSize]);
        using var along = (t.unsqueeze(1).to(float32) / Schedule.Steps) * arange(1, Waves + 1, dtype: float32, device: t.device) * Math.PI;
        using var input = cat([xt, along.cos()], 1);
        return NoiseSchedule.At(evidence, t) * xt + network.call(input);
    }

    /// <summary>x̂₀ = 2σ(l) − 1, what the network expects at the beginning: (B, D) and (B) → (B, D).</summary>
    public Tensor Predict(Tensor xt, Tensor t) => 2 * sigmoid(call(xt, t)) - 1;

    /// <summary>What step t costs in the bound, in nats: KL(q(xₜ₋₁ | xₜ, x₀) ‖ p(xₜ₋₁ | xₜ)) = ½(SNRₜ₋₁ − SNRₜ)‖x₀ − x̂₀‖², and −log p(x | x₁) for t = 1: (B, D), (B, D), (B) → (B).</summary>
    /// <param name="x">Data, 0 or 1.</param>
    /// <param name="xt">xₜ, drawn from q(xₜ | x₀).</param>
    /// <param name="t">Times, int64.</param>
    /// <exception cref="ArgumentException">x or xₜ is not (B, D), or x outside [0, 1].</exception>
    public Tensor StepCost(Tensor x, Tensor xt, Tensor t)
    {
        var logits = call(xt, t);
        var off = (2 * (x - sigmoid(logits))).square().sum(dim: -1);
        return where(t.eq(1), likelihood.NegativeLogLikelihood(logits, x), NoiseSchedule.At(weights, t).squeeze(1) * off);
    }

    /// <summary>−log p(x) ≤ KL(q(x_T | x₀) ‖ N(0, I)) + Σₜ cost of step t, with one draw for each step: in nats and without a graph, (N, D) → (N).</summary>
    /// <param name="x">Data, 0 or 1.</param>
    /// <param name="random">Where the draws come from.</param>
    public Tensor Bound(Tensor x, Generator random) => Rowwise.Map(x.Require([-1, DataSize]), part =>
    {
        var sum = full(part.shape[0], -0.5 * DataSize * Math.Log(1 - Schedule.Kept[^1]), device: part.device);   // the divergence of the last step
        for (var step = 1; step <= Schedule.Steps; step++)
        {
            using var scope = NewDisposeScope();
            var t = full(part.shape[0], step, dtype: int64, device: part.device);
            using var before = sum;
            sum = (sum + StepCost(part, Schedule.Noised(2 * part - 1, t, Draws.NormalLike(part, random)), t)).MoveToOuterDisposeScope();
        }
        return sum;
    });

    /// <summary>New examples: x_T ~ N(0, I), one step back after another, then bits: (count, D), without a graph.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">What decides them.</param>
    public Tensor Sample(int count, Generator random)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var x = Draws.Normal([count.RequireSize(), DataSize], random, device: parameters().First().device);
        for (var step = Schedule.Steps; step > 1; step--)
        {
            using var inner = NewDisposeScope();
            using var before = x;
            var mean = Schedule.PosteriorMean(Predict(x, Times(x, step)), x, step);
            x = (mean + Math.Sqrt(Schedule.PosteriorVariance(step)) * Draws.NormalLike(x, random)).MoveToOuterDisposeScope();
        }
        return BinaryUnits.Sample(sigmoid(call(x, Times(x, 1))), random).MoveToOuterDisposeScope();
    }

    private static Tensor Times(Tensor x, int step) => full(x.shape[0], step, dtype: int64, device: x.device);
}
