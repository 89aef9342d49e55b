using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>One layer each way, u = a(W₁ x + b₁) and x̂ = g(W₂ u + b₂), whose code may be longer than the data as it pays for being on.</summary>
/// <remarks>
/// Minimises ⟨−log p(x | u)⟩ + penalty(u) + ½ κ (‖W₁‖² + ‖W₂‖²). The last term keeps the decoder from growing as the code shrinks.
/// Without a penalty and with K ≥ D nothing keeps it from copying; notebook 04 shows what happens then.
/// Ng, "Sparse autoencoder", CS294A lecture notes (2011), §3; Ranzato, Poultney, Chopra and LeCun, "Efficient learning of sparse
/// representations with an energy-based model" (2007).
/// </remarks>
public sealed class SparseAutoencoder : Module<Tensor, Tensor>, IAutoencoder
{
    private readonly Linear encoder;                                                // W₁  (K, D), b₁
    private readonly Linear decoder;                                                // W₂  (D, K), b₂
    private readonly Activation activation;
    private readonly double weightDecay;

    /// <summary>A sparse autoencoder D-K-D.</summary>
    /// <param name="dataSize">D.</param>
    /// <param name="codeSize">K; more than D is what the penalty is for.</param>
    /// <param name="penalty">The penalty on the code.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="activation">a; the sigmoid if not said, which the divergence of <see cref="KlPenalty"/> needs.</param>
    /// <param name="likelihood">p(x | u); Bernoulli if not said.</param>
    /// <param name="weightDecay">κ, 0 or more; 0 if not said.</param>
    /// <exception cref="ArgumentException">A size is below 1, or the weight decay is negative.</exception>
    public SparseAutoencoder(int dataSize, int codeSize, SparsityPenalty penalty, Generator random,
        Activation? activation = null, Likelihood? likelihood = null, double weightDecay = 0) : base($"SparseAutoencoder {dataSize}-{codeSize}")
    {
        (Penalty, this.weightDecay) = (penalty, weightDecay.RequireNonNegative());
        (this.activation, Likelihood) = (activation ?? Activation.Sigmoid, likelihood ?? new BernoulliLikelihood());
        encoder = GlorotUniform.Linear(dataSize.RequireSize(), codeSize.RequireSize(), random, this.activation.Gain);
        decoder = GlorotUniform.Linear(codeSize, dataSize, random);
        RegisterComponents();
    }

    /// <summary>The penalty on the code.</summary>
    public SparsityPenalty Penalty { get; }

    /// <summary>p(x | u), which the decoder parameterises.</summary>
    public Likelihood Likelihood { get; }

    /// <summary>W₁: each row is what one unit looks for: (K, D).</summary>
    public Tensor Filters => encoder.weight;

    /// <summary>W₂: each column is what one unit adds to the picture: (D, K).</summary>
    public Tensor Dictionary => decoder.weight;

    /// <inheritdoc/>
    public Tensor Encode(Tensor x) => activation.Apply(encoder.call(x.Require([-1, Filters.shape[1]]).RequireType(Filters.dtype)));                // (B, D) → (B, K)

    /// <inheritdoc/>
    public Tensor Decode(Tensor code) => Likelihood.Mean(decoder.call(code.Require([-1, Filters.shape[0]]).RequireType(Filters.dtype)));           // (B, K) → (B, D)

    /// <summary>The parameters of p(x | f(x)): (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x) => decoder.call(Encode(x));

    /// <summary>⟨−log p(x | u)⟩, penalty(u) and ½ κ (‖W₁‖² + ‖W₂‖²), the "reconstruction", the "penalty" and the "weight decay": (B, D) → three terms.</summary>
    public LossTerms Loss(Tensor x)
    {
        var code = Encode(x);
        return new(
            ("reconstruction", Likelihood.Loss(decoder.call(code), x)),
            ("penalty", Penalty.Of(code)),
            ("weight decay", 0.5 * weightDecay * (Filters.square().sum() + Dictionary.square().sum())));
    }
}
