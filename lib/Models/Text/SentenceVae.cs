using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A variational autoencoder of sentences: a recurrent encoder for q(z | x), a recurrent decoder for p(x | z), and p(z) = N(0, I).</summary>
/// <remarks>
/// Minimises E_q[−log p(x | z)] + KL(q(z | x) ‖ p(z)) ≥ −log p(x), in nats per sentence. Its decoder can say everything without z, word after word, and then the divergence is 0: it has
/// become a language model. Against that, Bowman et al. let the weight of the divergence rise from 0 and drop words that the decoder reads. Bowman, Vilnis, Vinyals, Dai, Jozefowicz and
/// Bengio, "Generating sentences from a continuous space" (2016), arXiv:1511.06349. Notebook 18.
/// </remarks>
public sealed class SentenceVae : Module<Tensor, Tensor, VaeOutput>, ILatentVariableModel
{
    private readonly RecurrentEncoder encoder;
    private readonly RecurrentDecoder decoder;

    /// <summary>A model with first weights.</summary>
    /// <param name="tokens">The table.</param>
    /// <param name="latentSize">L, the numbers in z.</param>
    /// <param name="wordSize">E, the numbers of a word, once for the encoder and once for the decoder.</param>
    /// <param name="hiddenSize">H, the numbers of a state.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public SentenceVae(SentenceTokens tokens, int latentSize, int wordSize, int hiddenSize, Generator random) : base($"SentenceVae {hiddenSize}-{latentSize}")
    {
        LatentSize = latentSize.RequireSize();
        encoder = new(tokens, wordSize, hiddenSize, 2 * latentSize, random);
        decoder = new(tokens, latentSize, wordSize, hiddenSize, random);
        RegisterComponents();
    }

    /// <summary>L.</summary>
    public int LatentSize { get; }

    /// <summary>The table.</summary>
    public SentenceTokens Tokens => decoder.Tokens;

    /// <summary>q(z | x): (B, T), int64 → N(μ, diag σ²) over (B, L).</summary>
    /// <exception cref="ArgumentException">These are no sentences: <see cref="SentenceTokens.Require"/>.</exception>
    public DiagonalGaussian Posterior(Tensor x) => DiagonalGaussian.Of(encoder.call(x));

    /// <summary>q(z | x), z = μ + σ ⊙ ε and the logits of every next word: (B, T), int64, and (B, L).</summary>
    public override VaeOutput forward(Tensor x, Tensor noise)
    {
        var posterior = Posterior(x);
        var z = posterior.At(noise.Require([x.shape[0], LatentSize]));
        using var read = x.narrow(1, 0, x.shape[1] - 1);
        return new(posterior, z, decoder.call(read, z));
    }

    /// <summary>−ELBO as its two terms, by one draw of z for each sentence, in nats per sentence: (B, T), int64 → two terms.</summary>
    /// <param name="x">Sentences.</param>
    /// <param name="random">Where ε comes from, and which words are dropped.</param>
    /// <param name="wordDropout">The probability, in [0, 1], that the decoder is not told a word before; the sum is then a bound on what such a decoder gives.</param>
    /// <param name="beta">β, 0 or more, by which the divergence is multiplied.</param>
    /// <param name="freeNats">λ, 0 or more: what each number of the code may cost for nothing, as <see cref="FreeBits"/> says.</param>
    /// <param name="dropout">The share of each state, in [0, 1), that the last layer is not shown, against learning by heart: <see cref="Draws.Dropout"/>.</param>
    /// <exception cref="ArgumentException">These are no sentences, the rate is out of [0, 1], β or λ is negative, or the share is out of range.</exception>
    public LossTerms Loss(Tensor x, Generator random, double wordDropout = 0, double beta = 1, double freeNats = 0, double dropout = 0)
    {
        beta.RequireNonNegative();
        var posterior = Posterior(x);
        using var z = posterior.Sample(random);
        using var read = Tokens.Drop(x, wordDropout, random);
        var divergence = FreeBits.Divergence(posterior, freeNats);
        return new(("reconstruction", -decoder.LogLikelihood(x, z, read, h => Draws.Dropout(h, dropout, random)).mean()), ("divergence", beta == 1 ? divergence : beta * divergence));
    }

    /// <summary>log p(x | z), in nats: (B, T), int64, and (…, B, L) → (…, B).</summary>
    public Tensor LogLikelihood(Tensor x, Tensor z)
    {
        var draws = z.numel() / (x.shape[0] * LatentSize);
        using var rows = x.unsqueeze(0).expand(draws, -1, -1).reshape(-1, x.shape[1]);
        using var codes = z.reshape(-1, LatentSize);
        return decoder.LogLikelihood(rows, codes).reshape([.. z.shape[..^1]]);
    }

    /// <inheritdoc/>
    public Tensor LogJoint(Tensor x, Tensor z) => DiagonalGaussian.StandardLogDensity(z) + LogLikelihood(x, z);

    /// <summary>One sentence for each code, without a graph: (B, L) → (B, length), int64; the most probable words one after another, or drawn ones.</summary>
    /// <param name="z">Codes.</param>
    /// <param name="length">T, tokens of a row.</param>
    /// <param name="random">Draws the words; none for the most probable.</param>
    /// <exception cref="ArgumentException">The codes have another shape, or the length is below 2.</exception>
    public Tensor Say(Tensor z, int length, Generator? random = null) => decoder.Say(z, length, random);

    /// <summary>New sentences: z ~ p(z), then each word from p(wₜ | w₁ … wₜ₋₁, z): (count, length), int64.</summary>
    /// <exception cref="ArgumentException">The count is below 1, or the length below 2.</exception>
    public Tensor Sample(int count, int length, Generator random)
    {
        using var z = Draws.Normal([count.RequireSize(), LatentSize], random, parameters().First().dtype, parameters().First().device);
        return Say(z, length, random);
    }
}
