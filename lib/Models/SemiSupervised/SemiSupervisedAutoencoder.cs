using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>An encoder with two heads: one gives the input back, the other names its label; labels may be few.</summary>
/// <remarks>
/// Minimises α ⟨−log p(x | u)⟩ + (1 − α) ⟨−log p(y | u)⟩, the second mean over labelled examples only. α = 1 is an autoencoder, α = 0 a
/// classifier. Caruana, "Multitask learning" (1997), for two tasks on one code; Ranzato and Szummer, "Semi-supervised learning of compact
/// document representations with deep networks" (2008), for reconstruction as the other task. Notebook 11.
/// </remarks>
public sealed class SemiSupervisedAutoencoder : Module<Tensor, SemiSupervisedOutput>, IAutoencoder
{
    /// <summary>The label of an example that has none.</summary>
    public const long Unlabelled = -1;

    private readonly Perceptron encoder, decoder;
    private readonly TorchSharp.Modules.Linear label;

    /// <summary>A network whose decoder mirrors its encoder and whose label head is one softmax layer on the code.</summary>
    /// <param name="sizes">The encoder's layers, from the data to the code: [784, 256, 32].</param>
    /// <param name="classes">C, how many labels there are.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="likelihood">p(x | u); Bernoulli if not said.</param>
    /// <param name="activation">The activation of hidden layers and of the code; ReLU if not said.</param>
    /// <exception cref="ArgumentException">Fewer than two sizes, a size below 1, or fewer than two classes.</exception>
    public SemiSupervisedAutoencoder(IReadOnlyList<int> sizes, int classes, Generator random, Likelihood? likelihood = null, Activation? activation = null)
        : base($"SemiSupervisedAutoencoder {string.Join("-", sizes)}")
    {
        if (classes < 2) throw new ArgumentException($"{nameof(classes)}: expected two or more, got {classes}.", nameof(classes));
        (Sizes, Classes, Likelihood) = ([.. sizes], classes, likelihood ?? new BernoulliLikelihood());
        var hidden = activation ?? Activation.Relu;
        encoder = new(Sizes, hidden, hidden, random);
        decoder = new([.. Sizes.Reverse()], hidden, Activation.Identity, random);
        label = GlorotUniform.Linear(Sizes[^1], classes, random);
        RegisterComponents();
    }

    /// <summary>The encoder's layers, from the data (D) to the code (K).</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>C, how many labels there are.</summary>
    public int Classes { get; }

    /// <summary>p(x | u).</summary>
    public Likelihood Likelihood { get; }

    /// <inheritdoc/>
    public Tensor Encode(Tensor x) => encoder.call(x.Require([-1, Sizes[0]]));      // (B, D) → (B, K)

    /// <inheritdoc/>
    public Tensor Decode(Tensor code) => Likelihood.Mean(decoder.call(code.Require([-1, Sizes[^1]])));  // (B, K) → (B, D)

    /// <summary>The logits of p(y | f(x)): (B, D) → (B, C).</summary>
    public Tensor LabelLogits(Tensor x) => label.call(Encode(x));

    /// <summary>Both heads on one code: (B, D) → (B, D) and (B, C).</summary>
    public override SemiSupervisedOutput forward(Tensor x)
    {
        var code = Encode(x);
        return new(decoder.call(code), label.call(code));
    }

    /// <summary>α E_rec, the "reconstruction", and (1 − α) E_label, the "label", each a mean over the examples it concerns: (B, D) and (B) → two terms.</summary>
    /// <param name="x">Examples.</param>
    /// <param name="labels">y, int64, from 0 to C − 1, or <see cref="Unlabelled"/>.</param>
    /// <param name="alpha">α, in [0, 1].</param>
    /// <exception cref="ArgumentException">A shape is another, α lies outside [0, 1], or, on the CPU, a label is none of these.</exception>
    public LossTerms Loss(Tensor x, Tensor labels, double alpha)
    {
        if (alpha is not (>= 0 and <= 1)) throw new ArgumentException($"{nameof(alpha)}: expected α in [0, 1], got {alpha}.", nameof(alpha));
        Require(labels.Require([x.shape[0]]));
        var output = call(x);
        var known = labels.ne(Unlabelled).to_type(output.LabelLogits.dtype);        // (B): 1 where there is a label
        var surprise = functional.cross_entropy(output.LabelLogits, labels.clamp(min: 0), reduction: Reduction.None);
        return new(
            ("reconstruction", alpha * Likelihood.Loss(output.Reconstruction, x)),
            ("label", (1 - alpha) * (surprise * known).sum() / known.sum().clamp(min: 1)));
    }

    private void Require(Tensor labels)
    {
        if (labels.device_type != DeviceType.CPU || labels.numel() == 0) return;    // reading back from a GPU would make every kernel wait
        var (least, most) = (labels.min().ToInt64(), labels.max().ToInt64());
        if (least < Unlabelled || most >= Classes)
            throw new ArgumentException($"{nameof(labels)}: expected 0 to {Classes - 1}, or {Unlabelled} for none, got {least} to {most}.", nameof(labels));
    }
}

/// <summary>What the two heads of a <see cref="SemiSupervisedAutoencoder"/> say about a batch.</summary>
/// <param name="Reconstruction">The parameters of p(x | u), as the likelihood reads them: (B, D).</param>
/// <param name="LabelLogits">The logits of p(y | u): (B, C).</param>
public sealed record SemiSupervisedOutput(Tensor Reconstruction, Tensor LabelLogits);
