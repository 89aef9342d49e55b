using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>The autoencoder: an encoder u = f(x), a decoder x̂ = g(u), and between them a code that is, as a rule, smaller than x.</summary>
/// <remarks>
/// Minimises ⟨−log p(x | g(f(x)))⟩. Named by its layer sizes, as papers do: 784-400-20 has the encoder 784 → 400 → 20 and the decoder
/// 20 → 400 → 784. Rumelhart, Hinton and Williams, "Learning internal representations by error propagation" (1986), the encoder problem;
/// Hinton and Salakhutdinov, "Reducing the dimensionality of data with neural networks" (2006), for the deep form. Notebook 01.
/// </remarks>
public sealed class Autoencoder : Module<Tensor, Tensor>, IAutoencoder
{
    private readonly Perceptron encoder;
    private readonly Perceptron decoder;

    /// <summary>An autoencoder whose decoder mirrors its encoder.</summary>
    /// <param name="sizes">The encoder's layers, from the data to the code: [784, 400, 20].</param>
    /// <param name="likelihood">What the decoder's last layer parameterises, and so the loss.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="activation">The activation of hidden layers; ReLU if not said.</param>
    /// <param name="codeActivation">The activation of the code; the identity if not said, so that a code may be any number.</param>
    public Autoencoder(IReadOnlyList<int> sizes, Likelihood likelihood, Generator random,
        Activation? activation = null, Activation? codeActivation = null) : base($"Autoencoder {string.Join("-", sizes)}")
    {
        (Sizes, Likelihood) = ([.. sizes], likelihood);
        var hidden = activation ?? Activation.Relu;
        encoder = new(Sizes, hidden, codeActivation ?? Activation.Identity, random);
        decoder = new([.. Sizes.Reverse()], hidden, Activation.Identity, random);
        RegisterComponents();
    }

    /// <summary>The encoder's layers, from the data (D) to the code (K).</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>p(x | u), which the decoder parameterises.</summary>
    public Likelihood Likelihood { get; }

    /// <summary>f, by reference: a classifier built on it trains these very weights.</summary>
    public Perceptron Encoder => encoder;

    /// <summary>g without the likelihood's last step, by reference.</summary>
    public Perceptron Decoder => decoder;

    /// <inheritdoc/>
    public Tensor Encode(Tensor x) => encoder.call(x.Require([-1, Sizes[0]]));      // (B, D) → (B, K)

    /// <inheritdoc/>
    public Tensor Decode(Tensor code) => Likelihood.Mean(decoder.call(code.Require([-1, Sizes[^1]])));  // (B, K) → (B, D)

    /// <summary>The parameters of p(x | f(x)), logits or means, as <see cref="Likelihood"/> reads them: (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x) => decoder.call(Encode(x));

    /// <summary>⟨−log p(x | f(x))⟩ in nats per example: (B, D) → one term.</summary>
    public LossTerms Loss(Tensor x) => new(("reconstruction", Likelihood.Loss(call(x), x)));
}
