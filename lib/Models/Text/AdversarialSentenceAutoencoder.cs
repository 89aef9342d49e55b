using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>ARAE: an autoencoder of sentences, a generator that makes codes from noise, and a critic that tells the two kinds of codes apart.</summary>
/// <remarks>
/// c = enc(x) and c̃ = g(s), s ~ N(0, I), both of length 1. Three losses take turns: −log p(x | c) for encoder and decoder; ⟨f(c̃)⟩ − ⟨f(c)⟩ for the critic f, whose weights are kept within
/// ±0.01; and ⟨f(c)⟩ − ⟨f(c̃)⟩ for encoder and generator, so that codes of sentences and generated codes come to lie in the same places. It is no variational autoencoder: there is no q(z | x)
/// with a width, no divergence from a prior, no bound on log p(x). Zhao, Kim, Zhang, Rush and LeCun, "Adversarially regularized autoencoders" (2018), arXiv:1706.04223, algorithm 1; the critic is that of Arjovsky,
/// Chintala and Bottou, "Wasserstein GAN" (2017), arXiv:1701.07875. Notebook 18.
/// </remarks>
public sealed class AdversarialSentenceAutoencoder : Module<Tensor, Tensor>
{
    /// <summary>How far a weight of the critic may be from 0: Arjovsky et al. (2017), algorithm 1.</summary>
    public const double Clip = 0.01;

    private readonly RecurrentEncoder encoder;
    private readonly RecurrentDecoder decoder;
    private readonly Perceptron generator, critic;

    /// <summary>A model with first weights.</summary>
    /// <param name="tokens">The table.</param>
    /// <param name="codeSize">L, the numbers in a code and in the noise.</param>
    /// <param name="wordSize">E, the numbers of a word.</param>
    /// <param name="hiddenSize">H, the numbers of a state, and units of the generator's and the critic's hidden layer.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public AdversarialSentenceAutoencoder(SentenceTokens tokens, int codeSize, int wordSize, int hiddenSize, Generator random) : base($"AdversarialSentenceAutoencoder {hiddenSize}-{codeSize}")
    {
        CodeSize = codeSize.RequireSize();
        encoder = new(tokens, wordSize, hiddenSize, codeSize, random);
        decoder = new(tokens, codeSize, wordSize, hiddenSize, random);
        generator = new([codeSize, hiddenSize, hiddenSize, codeSize], Activation.Relu, Activation.Identity, random);
        critic = new([codeSize, hiddenSize, hiddenSize, 1], Activation.Relu, Activation.Identity, random);
        RegisterComponents();
    }

    /// <summary>L.</summary>
    public int CodeSize { get; }

    /// <summary>The table.</summary>
    public SentenceTokens Tokens => decoder.Tokens;

    /// <summary>What the reconstruction trains: encoder and decoder.</summary>
    public IEnumerable<TorchSharp.Modules.Parameter> OfAutoencoder => encoder.parameters().Concat(decoder.parameters());

    /// <summary>What the critic's loss trains.</summary>
    public IEnumerable<TorchSharp.Modules.Parameter> OfCritic => critic.parameters();

    /// <summary>What is trained against the critic: encoder and generator.</summary>
    public IEnumerable<TorchSharp.Modules.Parameter> AgainstCritic => encoder.parameters().Concat(generator.parameters());

    /// <summary>c = enc(x) / ‖enc(x)‖: (B, T), int64 → (B, L).</summary>
    /// <exception cref="ArgumentException">These are no sentences: <see cref="SentenceTokens.Require"/>.</exception>
    public Tensor Encode(Tensor sentences) => OnSphere(encoder.call(sentences));

    /// <summary>c̃ = g(s) / ‖g(s)‖: (B, L) → (B, L).</summary>
    public override Tensor forward(Tensor noise) => OnSphere(generator.call(noise.Require([-1, CodeSize])));

    /// <summary>c̃ of so many fresh draws of s: (count, L).</summary>
    /// <exception cref="ArgumentException">The count is below 1.</exception>
    public Tensor Generate(int count, Generator random)
    {
        using var noise = Draws.Normal([count.RequireSize(), CodeSize], random, parameters().First().dtype, parameters().First().device);
        return call(noise);
    }

    /// <summary>f(c), higher where codes of sentences lie: (B, L) → (B).</summary>
    public Tensor Judge(Tensor codes) => critic.call(codes.Require([-1, CodeSize])).squeeze(1);

    /// <summary>⟨−log p(x | c)⟩, in nats per sentence: (B, T), int64 → a scalar.</summary>
    /// <param name="sentences">x.</param>
    /// <param name="random">Where the noise comes from.</param>
    /// <param name="noise">The deviation of what is added to each number of c, so that nearby codes say alike; 0 or more.</param>
    public Tensor Reconstruction(Tensor sentences, Generator random, double noise = 0)
    {
        noise.RequireNonNegative();
        var code = Encode(sentences);
        using var near = noise == 0 ? code : code + Draws.NormalLike(code, random) * noise;
        return -LogLikelihood(sentences, near).mean();
    }

    /// <summary>log p(x | c), in nats: (B, T), int64, and (B, L) → (B).</summary>
    public Tensor LogLikelihood(Tensor sentences, Tensor codes) => decoder.LogLikelihood(sentences, codes);

    /// <summary>What the critic minimises, ⟨f(c̃)⟩ − ⟨f(c)⟩, as two terms; with neither kind of code it reaches anything but f itself.</summary>
    /// <param name="ofSentences">c: (B, L).</param>
    /// <param name="generated">c̃: (B′, L).</param>
    public LossTerms CriticLoss(Tensor ofSentences, Tensor generated)
    {
        using var c = ofSentences.detach();
        using var made = generated.detach();
        return new(("generated", Judge(made).mean()), ("sentences", -Judge(c).mean()));
    }

    /// <summary>What encoder and generator minimise, ⟨f(c)⟩ − ⟨f(c̃)⟩, as two terms.</summary>
    /// <param name="ofSentences">c: (B, L).</param>
    /// <param name="generated">c̃: (B′, L).</param>
    public LossTerms AdversarialLoss(Tensor ofSentences, Tensor generated) => new(("sentences", Judge(ofSentences).mean()), ("generated", -Judge(generated).mean()));

    /// <summary>Puts every weight of the critic back within ±<see cref="Clip"/>: after each of its steps.</summary>
    public void ClipCritic()
    {
        using var _ = no_grad();
        foreach (var weight in critic.parameters()) weight.clamp_(-Clip, Clip);
    }

    /// <summary>One sentence for each code, without a graph: (B, L) → (B, length), int64; the most probable words one after another, or drawn ones.</summary>
    /// <param name="codes">c or c̃.</param>
    /// <param name="length">T, tokens of a row.</param>
    /// <param name="random">Draws the words; none for the most probable.</param>
    /// <exception cref="ArgumentException">The codes have another shape, or the length is below 2.</exception>
    public Tensor Say(Tensor codes, int length, Generator? random = null) => decoder.Say(codes, length, random);

    /// <summary>New sentences, by way of generated codes: (count, length), int64.</summary>
    /// <param name="count">How many.</param>
    /// <param name="length">T, tokens of a row.</param>
    /// <param name="random">Where s comes from, and the words where they are drawn.</param>
    /// <param name="drawn">Whether words are drawn, or the most probable ones said, as the paper does. Default: the most probable.</param>
    /// <exception cref="ArgumentException">The count is below 1, or the length below 2.</exception>
    public Tensor Sample(int count, int length, Generator random, bool drawn = false)
    {
        using var _ = no_grad();
        using var codes = Generate(count, random);
        return Say(codes, length, drawn ? random : null);
    }

    private static Tensor OnSphere(Tensor code)
    {
        using var length = code.norm(dim: -1, keepdim: true, p: 2).clamp(min: 1e-12);
        return code / length;
    }
}
