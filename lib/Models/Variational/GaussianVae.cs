using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>The variational autoencoder: a prior p(z) = N(0, I), a decoder p(x | z), and an encoder q(z | x) = N(μ, diag σ²) that stands in for p(z | x).</summary>
/// <remarks>
/// Minimises −ELBO = E_q[−log p(x | z)] + KL(q(z | x) ‖ p(z)) ≥ −log p(x), with z = μ + σ ⊙ ε, ε ~ N(0, I). Kingma and Welling,
/// "Auto-encoding variational Bayes" (2014), arXiv:1312.6114, eq. 10 and appendix C; Rezende, Mohamed and Wierstra, "Stochastic
/// backpropagation and approximate inference in deep generative models" (2014), arXiv:1401.4082. Notebook 13.
/// </remarks>
public sealed class GaussianVae : Module<Tensor, Tensor, VaeOutput>, IAutoencoder, ILatentVariableModel
{
    private readonly Module<Tensor, Tensor> encoder, decoder;

    /// <summary>A dense network whose decoder mirrors its encoder.</summary>
    /// <param name="sizes">The encoder's layers, from the data to the code: [784, 400, 20].</param>
    /// <param name="likelihood">p(x | z), which the decoder's last layer parameterises.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="activation">The activation of hidden layers; tanh if not said, as in the paper.</param>
    public GaussianVae(IReadOnlyList<int> sizes, Likelihood likelihood, Generator random, Activation? activation = null)
        : this(
            new Perceptron([.. sizes.SkipLast(1), 2 * sizes[^1]], activation ?? Activation.Tanh, Activation.Identity, random),
            new Perceptron([.. sizes.Skip(1).Reverse(), sizes[0] * likelihood.ParametersPerFeature], activation ?? Activation.Tanh, Activation.Identity, random),
            sizes[0], sizes[^1], likelihood)
    { }

    /// <summary>Networks of your own, as <see cref="ConvolutionalEncoder"/> and <see cref="ConvolutionalDecoder"/>; they become part of this.</summary>
    /// <param name="encoder">(B, D) → (B, 2L): μ, then log σ².</param>
    /// <param name="decoder">(B, L) → (B, D × parameters a feature): what the likelihood reads.</param>
    /// <param name="dataSize">D.</param>
    /// <param name="latentSize">L.</param>
    /// <param name="likelihood">p(x | z).</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public GaussianVae(Module<Tensor, Tensor> encoder, Module<Tensor, Tensor> decoder, int dataSize, int latentSize, Likelihood likelihood)
        : base($"GaussianVae {dataSize}-{latentSize}")
    {
        (this.encoder, this.decoder, DataSize, LatentSize, Likelihood) = (encoder, decoder, dataSize.RequireSize(), latentSize.RequireSize(), likelihood);
        RegisterComponents();
    }

    /// <summary>D, the numbers in an example.</summary>
    public int DataSize { get; }

    /// <summary>L, the numbers in z.</summary>
    public int LatentSize { get; }

    /// <summary>p(x | z).</summary>
    public Likelihood Likelihood { get; }

    /// <summary>q(z | x): (B, D) → N(μ, diag σ²) over (B, L), with log σ² kept between ∓<see cref="DiagonalGaussian.MaxLogVariance"/>.</summary>
    public DiagonalGaussian Posterior(Tensor x) => DiagonalGaussian.Of(encoder.call(x.Require([-1, DataSize])));

    /// <summary>The parameters of p(x | z), as <see cref="Likelihood"/> reads them: (…, L) → (…, D × parameters a feature).</summary>
    public Tensor Parameters(Tensor z) => decoder.call(z.reshape(-1, LatentSize)).reshape([.. z.shape[..^1], -1]);

    /// <summary>q(z | x), z = μ + σ ⊙ ε and the parameters of p(x | z), from an example and its noise: (B, D) and (B, L).</summary>
    public override VaeOutput forward(Tensor x, Tensor noise)
    {
        var posterior = Posterior(x);
        var z = posterior.At(noise.Require([x.shape[0], LatentSize]));
        return new(posterior, z, Parameters(z));
    }

    /// <summary>−ELBO as its two terms, E_q[−log p(x | z)] by one draw and KL(q ‖ p) in closed form, in nats per example: (B, D) → two terms.</summary>
    /// <param name="x">Examples.</param>
    /// <param name="random">Where ε comes from.</param>
    /// <param name="beta">β, 0 or more, by which the divergence is multiplied; only with 1 is the sum a bound on −log p(x). Higgins et al., "β-VAE" (2017).</param>
    /// <param name="freeNats">λ, 0 or more: what the divergence of each number of the code may cost for nothing, as <see cref="FreeBits"/> says.</param>
    /// <exception cref="ArgumentException">x is not (B, D) or not what the likelihood can produce, or β or λ is negative.</exception>
    public LossTerms Loss(Tensor x, Generator random, double beta = 1, double freeNats = 0)
    {
        beta.RequireNonNegative();
        var output = call(x, Draws.Normal([x.shape[0], LatentSize], random, x.dtype, x.device));
        return new(
            ("reconstruction", Likelihood.Loss(output.Parameters, x)),
            ("divergence", beta * FreeBits.Divergence(output.Posterior, freeNats)));
    }

    /// <inheritdoc/>
    public Tensor LogJoint(Tensor x, Tensor z) => DiagonalGaussian.StandardLogDensity(z) - Likelihood.NegativeLogLikelihood(Parameters(z), x);

    /// <summary>μ, the middle of q(z | x): (B, D) → (B, L).</summary>
    public Tensor Encode(Tensor x) => Posterior(x).Mean;

    /// <summary>E[x | z]: (B, L) → (B, D).</summary>
    public Tensor Decode(Tensor code) => Likelihood.Mean(Parameters(code.Require([-1, LatentSize])));

    /// <summary>New examples: z ~ p(z), then E[x | z], without a graph: (count, D).</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Where z comes from, on the model's device.</param>
    public Tensor Sample(int count, Generator random)
    {
        using var _ = no_grad();
        using var z = Draws.Normal([count.RequireSize(), LatentSize], random, device: parameters().First().device);
        return Decode(z);
    }
}

/// <summary>What a <see cref="GaussianVae"/> makes of a batch.</summary>
/// <param name="Posterior">q(z | x): (B, L).</param>
/// <param name="Z">z = μ + σ ⊙ ε: (B, L).</param>
/// <param name="Parameters">What the likelihood reads: (B, D × parameters a feature).</param>
public sealed record VaeOutput(DiagonalGaussian Posterior, Tensor Z, Tensor Parameters);
