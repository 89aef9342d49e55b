using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>The conditional variational autoencoder: a prior p(z | c), a decoder p(x | z, c) and an encoder q(z | x, c), all of which are told a condition c.</summary>
/// <remarks>
/// Minimises −ELBO = E_q[−log p(x | z, c)] + KL(q(z | x, c) ‖ p(z | c)) ≥ −log p(x | c). c may be a label, one number in C, or a part of the
/// image of which x is the rest. Kingma, Mohamed, Rezende and Welling, "Semi-supervised learning with deep generative models" (2014),
/// arXiv:1406.5298, where the condition is y and its prior p(z) knows nothing of it; Sohn, Lee and Yan, "Learning structured output
/// representation using deep conditional generative models" (2015), eq. 4, whose x is our c and whose y is our x. Notebook 15.
/// </remarks>
public sealed class ConditionalVae : Module<Tensor, Tensor, Tensor, ConditionalVaeOutput>
{
    private readonly ConditionedPerceptron encoder, decoder;
    private readonly Perceptron? prior;

    /// <summary>A dense network whose decoder mirrors its encoder.</summary>
    /// <param name="sizes">The encoder's layers, from the data to the code: [784, 400, 20].</param>
    /// <param name="conditionSize">K, the numbers in c.</param>
    /// <param name="likelihood">p(x | z, c), which the decoder's last layer parameterises.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="learnsPrior">Whether p(z | c) is a network as large as the encoder, as in Sohn et al.; else it is N(0, I) for every c.</param>
    /// <param name="activation">The activation of hidden layers; ReLU if not said.</param>
    /// <param name="conditionGain">How loud c is at first, beside x and z: see <see cref="ConditionedPerceptron"/>.</param>
    /// <exception cref="ArgumentException">Fewer than three sizes, or a size below 1.</exception>
    public ConditionalVae(
        IReadOnlyList<int> sizes, int conditionSize, Likelihood likelihood, Generator random, bool learnsPrior = false, Activation? activation = null, double conditionGain = 1)
        : base($"ConditionalVae {string.Join("-", sizes)} given {conditionSize}")
    {
        var hidden = activation ?? Activation.Relu;
        (DataSize, ConditionSize, LatentSize, Likelihood) = (sizes[0], conditionSize, sizes[^1], likelihood);
        encoder = new([.. sizes.SkipLast(1), 2 * LatentSize], conditionSize, hidden, random, conditionGain);
        decoder = new([.. sizes.Skip(1).Reverse(), DataSize * likelihood.ParametersPerFeature], conditionSize, hidden, random, conditionGain);
        prior = learnsPrior ? new([conditionSize, .. sizes.Skip(1).SkipLast(1), 2 * LatentSize], hidden, Activation.Identity, random) : null;
        RegisterComponents();
    }

    /// <summary>D, the numbers in an example.</summary>
    public int DataSize { get; }

    /// <summary>K, the numbers in a condition.</summary>
    public int ConditionSize { get; }

    /// <summary>L, the numbers in z.</summary>
    public int LatentSize { get; }

    /// <summary>p(x | z, c).</summary>
    public Likelihood Likelihood { get; }

    /// <summary>p(z | c): (B, K) → N over (B, L).</summary>
    public DiagonalGaussian Prior(Tensor c)
    {
        c.Require([-1, ConditionSize]);
        return prior is null ? new(c.new_zeros(c.shape[0], LatentSize), c.new_zeros(c.shape[0], LatentSize)) : DiagonalGaussian.Of(prior.call(c));
    }

    /// <summary>q(z | x, c): (B, D) and (B, K) → N over (B, L).</summary>
    public DiagonalGaussian Posterior(Tensor x, Tensor c) =>
        DiagonalGaussian.Of(encoder.call(x.Require([-1, DataSize]), c.Require([x.shape[0], ConditionSize])));

    /// <summary>The parameters of p(x | z, c), as <see cref="Likelihood"/> reads them: (…, B, L) and (B, K) → (…, B, D × parameters a feature).</summary>
    public Tensor Parameters(Tensor z, Tensor c) => decoder.call(z, c.Require([-1, ConditionSize]));

    /// <summary>p(z | c), q(z | x, c), z = μ + σ ⊙ ε and the parameters of p(x | z, c): (B, D), (B, K) and ε: (B, L).</summary>
    public override ConditionalVaeOutput forward(Tensor x, Tensor c, Tensor noise)
    {
        var (p, q) = (Prior(c), Posterior(x, c));
        var z = q.At(noise.Require([x.shape[0], LatentSize]));
        return new(p, q, z, Parameters(z, c));
    }

    /// <summary>−ELBO as its two terms, E_q[−log p(x | z, c)] by one draw and KL(q ‖ p(z | c)) in closed form, in nats per example: (B, D) and (B, K) → two terms.</summary>
    /// <param name="x">Examples.</param>
    /// <param name="c">The condition of each.</param>
    /// <param name="random">Where ε comes from.</param>
    /// <exception cref="ArgumentException">x or c has another shape, or x is not what the likelihood can produce.</exception>
    public LossTerms Loss(Tensor x, Tensor c, Generator random)
    {
        var output = call(x, c, Draws.Normal([x.shape[0], LatentSize], random, x.dtype, x.device));
        return new(
            ("reconstruction", Likelihood.Loss(output.Parameters, x)),
            ("divergence", output.Posterior.Divergence(output.Prior).sum(dim: -1).mean()));
    }

    /// <summary>E[x | z, c]: (B, L) and (B, K) → (B, D).</summary>
    public Tensor Decode(Tensor z, Tensor c) => Likelihood.Mean(Parameters(z.Require([c.shape[0], LatentSize]), c));

    /// <summary>A new example for each condition: z ~ p(z | c), then E[x | z, c], without a graph: (B, K) → (B, D).</summary>
    public Tensor Sample(Tensor c, Generator random)
    {
        using var _ = no_grad();
        return Decode(Prior(c).Sample(random), c);
    }

    /// <summary>log p(x | c) as a latent-variable model's evidence: its examples are x and c side by side, (B, D + K).</summary>
    /// <param name="fromPrior">Whether z is drawn from p(z | c), which makes every weight p(x | z, c) itself: plain Monte Carlo. Else from q(z | x, c): importance sampling.</param>
    public ILatentVariableModel GivenCondition(bool fromPrior = false) => new Conditioned(this, fromPrior);

    private sealed class Conditioned(ConditionalVae model, bool fromPrior) : ILatentVariableModel
    {
        public int LatentSize => model.LatentSize;

        public DiagonalGaussian Posterior(Tensor x) => Apart(x) is var (data, c) && fromPrior ? model.Prior(c) : model.Posterior(data, c);

        public Tensor LogJoint(Tensor x, Tensor z)
        {
            var (data, c) = Apart(x);
            return model.Prior(c).LogDensity(z) - model.Likelihood.NegativeLogLikelihood(model.Parameters(z, c), data);
        }

        private (Tensor Data, Tensor Condition) Apart(Tensor x)
        {
            x.Require([-1, model.DataSize + model.ConditionSize]);
            return (x.narrow(1, 0, model.DataSize), x.narrow(1, model.DataSize, model.ConditionSize));
        }
    }
}

/// <summary>What a <see cref="ConditionalVae"/> makes of a batch.</summary>
/// <param name="Prior">p(z | c): (B, L).</param>
/// <param name="Posterior">q(z | x, c): (B, L).</param>
/// <param name="Z">z = μ + σ ⊙ ε: (B, L).</param>
/// <param name="Parameters">What the likelihood reads: (B, D × parameters a feature).</param>
public sealed record ConditionalVaeOutput(DiagonalGaussian Prior, DiagonalGaussian Posterior, Tensor Z, Tensor Parameters);
