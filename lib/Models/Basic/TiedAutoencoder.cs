using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>One layer each way, with one matrix for both: c = σ(W v + θ), f = σ(Wᵀ c + η), each unit the probability of being on.</summary>
/// <remarks>
/// Tying W₂ = W₁ᵀ halves the weights, and its gradient is the sum of the two that an untied pair would get.
/// Vincent et al., "Extracting and composing robust features with denoising autoencoders" (2008), §2.2. Notebook 01.
/// </remarks>
public sealed class TiedAutoencoder : Module<Tensor, Tensor>, IAutoencoder
{
    private readonly Parameter weight;                                              // W  (K, D)
    private readonly Parameter codeBias;                                            // θ  (K)
    private readonly Parameter dataBias;                                            // η  (D)

    /// <summary>A tied autoencoder D-K-D.</summary>
    /// <param name="dataSize">D, the number of visible units v.</param>
    /// <param name="codeSize">K, the number of code units c.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public TiedAutoencoder(int dataSize, int codeSize, Generator random) : base($"TiedAutoencoder {dataSize}-{codeSize}")
    {
        weight = Parameter(GlorotUniform.Weights(codeSize.RequireSize(), dataSize.RequireSize(), random, Activation.Sigmoid.Gain));
        codeBias = Parameter(zeros(codeSize));
        dataBias = Parameter(zeros(dataSize));
        RegisterComponents();
    }

    /// <summary>Bernoulli: each visible unit is on with probability f.</summary>
    public Likelihood Likelihood { get; } = new BernoulliLikelihood();

    /// <summary>W, the encoder's matrix and, transposed, the decoder's: (K, D).</summary>
    public Tensor Weight => weight;

    /// <inheritdoc/>
    public Tensor Encode(Tensor x) => sigmoid(functional.linear(x.Require([-1, weight.shape[1]]).RequireType(weight.dtype), weight, codeBias));   // (B, D) → (B, K)

    /// <inheritdoc/>
    public Tensor Decode(Tensor code) => Likelihood.Mean(Logits(code.Require([-1, weight.shape[0]])));                  // (B, K) → (B, D)

    /// <summary>The logits of f: (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x) => Logits(Encode(x));

    /// <summary>⟨−log p(v | c)⟩ in nats per example: (B, D) → one term.</summary>
    public LossTerms Loss(Tensor x) => new(("reconstruction", Likelihood.Loss(call(x), x)));

    /// <summary>The logits of f, given a code: (B, K) → (B, D).</summary>
    public Tensor Logits(Tensor code) => functional.linear(code.RequireType(weight.dtype), weight.t(), dataBias);

    /// <summary>The encoder as the first layer of a network to come: a copy, so that training it further leaves this one as it is.</summary>
    public Perceptron CopyEncoder()
    {
        var layer = new Perceptron([(int)weight.shape[1], (int)weight.shape[0]], Activation.Sigmoid, Activation.Sigmoid, new Generator(0));
        layer.to(weight.device);
        using var _ = no_grad();
        foreach (var (copy, own) in layer.parameters().Zip([weight, codeBias])) copy.copy_(own);
        return layer;
    }
}
