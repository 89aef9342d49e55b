using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>The variational fair autoencoder: a code z₁ from which a label can be read and a group, as far as possible, cannot.</summary>
/// <remarks>
/// x depends on z₁ and on the group s, so that z₁ need not tell s; z₁ depends on the label y and on z₂, all that is left:
/// p(x, z₁, z₂, y | s) = p(x | z₁, s) p(z₁ | z₂, y) p(z₂) p(y), with q(z₁ | x, s), q(z₂ | z₁, y) and q(y | z₁). For people whose label is known, minimises
/// E_q[−log p(x | z₁, s) + KL(q(z₁ | x, s) ‖ p(z₁ | z₂, y)) + KL(q(z₂ | z₁, y) ‖ N(0, I)) − α log q(y | z₁)] and what an <see cref="Invariance"/> adds.
/// Louizos, Swersky, Li, Welling and Zemel, "The variational fair autoencoder" (2016), arXiv:1511.00830, eq. 4 to 8. Notebook 17.
/// </remarks>
public sealed class FairVae : Module<Tensor, Tensor, Tensor>
{
    /// <summary>How many groups, and how many labels: both are 0 or 1.</summary>
    private const int Two = 2;

    private readonly Perceptron encoder, remainder, prior, decoder, label, critic;

    /// <summary>A network with its first weights; each of its parts has one hidden layer.</summary>
    /// <param name="dataSize">D.</param>
    /// <param name="hiddenSize">H, 100 in the paper.</param>
    /// <param name="latentSize">L, the numbers in z₁ and in z₂, 50 in the paper.</param>
    /// <param name="likelihood">p(x | z₁, s).</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public FairVae(int dataSize, int hiddenSize, int latentSize, Likelihood likelihood, Generator random) : base($"FairVae {dataSize}-{hiddenSize}-{latentSize}")
    {
        (DataSize, LatentSize, Likelihood) = (dataSize.RequireSize(), latentSize.RequireSize(), likelihood);
        encoder = Part(dataSize + Two, 2 * latentSize);
        remainder = Part(latentSize + Two, 2 * latentSize);
        prior = Part(latentSize + Two, 2 * latentSize);
        decoder = Part(latentSize + Two, dataSize * likelihood.ParametersPerFeature);
        label = new([latentSize, Two], Activation.Identity, Activation.Identity, random);
        critic = Part(latentSize, Two);
        RegisterComponents();

        Perceptron Part(int inputs, int outputs) => new([inputs, hiddenSize.RequireSize(), outputs], Activation.Relu, Activation.Identity, random);
    }

    /// <summary>D.</summary>
    public int DataSize { get; }

    /// <summary>L.</summary>
    public int LatentSize { get; }

    /// <summary>p(x | z₁, s).</summary>
    public Likelihood Likelihood { get; }

    /// <summary>q(z₁ | x, s): (B, D) and (B) → N(μ, diag σ²) over (B, L).</summary>
    /// <exception cref="ArgumentException">A shape is another, or a group is neither 0 nor 1.</exception>
    public DiagonalGaussian Posterior(Tensor x, Tensor s) => Gaussian(encoder, x.Require([-1, DataSize]), OneOfTwo(s, x.shape[0], nameof(s)));

    /// <summary>q(z₂ | z₁, y): (B, L) and (B) → (B, L).</summary>
    public DiagonalGaussian Remainder(Tensor z1, Tensor y) => Gaussian(remainder, z1, OneOfTwo(y, z1.shape[0], nameof(y)));

    /// <summary>p(z₁ | z₂, y): (B, L) and (B) → (B, L).</summary>
    public DiagonalGaussian Prior(Tensor z2, Tensor y) => Gaussian(prior, z2, OneOfTwo(y, z2.shape[0], nameof(y)));

    /// <summary>What the likelihood reads of p(x | z₁, s): (B, L) and (B) → (B, D × parameters a feature).</summary>
    public Tensor Parameters(Tensor z1, Tensor s) => decoder.call(cat([z1, OneOfTwo(s, z1.shape[0], nameof(s))], 1));

    /// <summary>Logits of q(y | z₁), linear in z₁ as in the paper: (B, L) → (B, 2).</summary>
    public Tensor LabelLogits(Tensor z1) => label.call(z1);

    /// <summary>Logits of the adversary's guess of s: (B, L) → (B, 2).</summary>
    public Tensor GroupLogits(Tensor z1) => critic.call(z1);

    /// <summary>The mean of q(z₁ | x, s): (B, D) and (B) → (B, L). An <see cref="Invariance"/> makes draws alike and not means, so that what is given away must be a draw.</summary>
    public override Tensor forward(Tensor x, Tensor s) => Posterior(x, s).Mean;

    /// <summary>The loss of people whose label is known, by one draw each, in nats per person: four terms, and one more where there is an invariance.</summary>
    /// <param name="x">Features: (B, D).</param>
    /// <param name="s">Groups, int64, 0 or 1: (B).</param>
    /// <param name="y">Labels, int64, 0 or 1: (B).</param>
    /// <param name="random">Where the draws come from.</param>
    /// <param name="alpha">α, what a nat of the label counts, 0 or more; 1 in the paper.</param>
    /// <param name="invariance">What keeps s out of z₁ beside the model itself. Default: nothing.</param>
    /// <exception cref="ArgumentException">A shape or a type is another, a number is out of its range, or x is not what the likelihood can produce.</exception>
    public LossTerms Loss(Tensor x, Tensor s, Tensor y, Generator random, double alpha = 1, Invariance? invariance = null)
    {
        alpha.RequireNonNegative();
        var first = Posterior(x, s);
        var z1 = first.Sample(random);
        var second = Remainder(z1, y);
        var z2 = second.Sample(random);
        var terms = new LossTerms(
            ("reconstruction", Likelihood.Loss(Parameters(z1, s), x)),
            ("divergence of z₁", first.Divergence(Prior(z2, y)).sum(dim: -1).mean()),
            ("divergence of z₂", second.DivergenceFromStandard().sum(dim: -1).mean()),
            ("label", alpha * functional.cross_entropy(LabelLogits(z1), y)));
        return invariance is null ? terms : terms.And(invariance.Term(this, z1, s));
    }

    private static DiagonalGaussian Gaussian(Perceptron network, Tensor input, Tensor condition)
    {
        using var both = cat([input, condition], 1);
        return DiagonalGaussian.Of(network.call(both));
    }

    private static Tensor OneOfTwo(Tensor numbers, long rows, string name)
    {
        numbers.RequireLabels(rows, name: name);
        if (numbers.device_type == DeviceType.CPU && numbers.max().ToInt64() >= Two)       // on a GPU every kernel would wait for it
            throw new ArgumentException($"{name}: expected 0 or 1, got {numbers.max().ToInt64()}.", name);
        using var codes = functional.one_hot(numbers, Two);
        return codes.to(ScalarType.Float32);
    }
}
