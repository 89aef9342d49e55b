using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>A GAN: a generator x = G(z), z ~ N(0, I), and a discriminator D(x), the probability that x is one of the data.</summary>
/// <remarks>
/// It draws and has no density: p(x) appears nowhere. Goodfellow et al., "Generative adversarial nets" (2014), arXiv:1406.2661, algorithm 1.
/// The discriminator gives a logit, and log σ(l) = −softplus(−l), log(1 − σ(l)) = −softplus(l). Notebook 12.
/// </remarks>
public sealed class AdversarialNetworks : Module<Tensor, Tensor>
{
    private static readonly Activation leaky = new("leaky ReLU", h => functional.leaky_relu(h, 0.2), Math.Sqrt(2 / 1.04));

    private readonly Perceptron generator, discriminator;

    /// <summary>Two perceptrons with the same hidden layers: leaky ReLUs, as in Radford, Metz and Chintala (2016), arXiv:1511.06434.</summary>
    /// <param name="dataSize">D, the numbers in an example; each in [0, 1].</param>
    /// <param name="latentSize">L, the numbers in z.</param>
    /// <param name="hiddenSizes">Units of the hidden layers, from z to x; the discriminator's the other way round.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public AdversarialNetworks(int dataSize, int latentSize, IReadOnlyList<int> hiddenSizes, Generator random) : base($"{nameof(AdversarialNetworks)} {latentSize}-{dataSize}")
    {
        LatentSize = latentSize;
        generator = new([latentSize, .. hiddenSizes, dataSize], leaky, Activation.Sigmoid with { Gain = 1 }, random);
        discriminator = new([dataSize, .. hiddenSizes.Reverse(), 1], leaky, Activation.Identity, random);
        RegisterComponents();
    }

    /// <summary>L.</summary>
    public int LatentSize { get; }

    /// <summary>The generator, for an optimiser of its own.</summary>
    public Module<Tensor, Tensor> Generating => generator;

    /// <summary>The discriminator, for an optimiser of its own.</summary>
    public Module<Tensor, Tensor> Discriminating => discriminator;

    /// <summary>G(z): (B, L) → (B, D).</summary>
    public override Tensor forward(Tensor z) => generator.call(z.Require([-1, LatentSize]));

    /// <summary>The logit of D(x): (B, D) → (B).</summary>
    public Tensor Judge(Tensor x) => discriminator.call(x).squeeze(1);

    /// <summary>G(z) of so many fresh z: (count, D). Gradients pass to the generator.</summary>
    public Tensor Generate(int count, Generator random)
    {
        using var z = Draws.Normal([count.RequireSize(), LatentSize], random, device: parameters().First().device);
        return call(z);
    }

    /// <summary>−⟨log D(x)⟩ − ⟨log(1 − D(G(z)))⟩ from logits, in nats: 2 log 2 for a discriminator that knows nothing.</summary>
    public static LossTerms DiscriminatorLoss(Tensor ofData, Tensor ofMade) =>
        new(("data", functional.softplus(-ofData).mean()), ("made", functional.softplus(ofMade).mean()));

    /// <summary>−⟨log D(G(z))⟩ from logits, in nats: what the paper's §3 minimises instead of ⟨log(1 − D(G(z)))⟩, whose gradient is gone where the discriminator is sure.</summary>
    public static Tensor GeneratorLoss(Tensor ofMade) => functional.softplus(-ofMade).mean();
}
