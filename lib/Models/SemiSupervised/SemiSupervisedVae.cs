using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>M2, the variational autoencoder with a label among its causes: p(y) = 1/C, p(z) = N(0, I), p(x | y, z), and q(y | x), q(z | x, y) for the way back.</summary>
/// <remarks>
/// With the signs of the paper, in which both are losses:
/// L(x, y) = −E_q(z|x,y)[log p(x | y, z) + log p(y) + log p(z) − log q(z | x, y)] ≥ −log p(x, y), where the label is known;
/// U(x) = Σ_y q(y | x) L(x, y) − H(q(y | x)) ≥ −log p(x), where it is not;
/// J^α = Σ L + Σ U + α · E[−log q(y | x)], the last over labelled examples, without which q(y | x) is shown no label.
/// Kingma, Mohamed, Rezende and Welling, "Semi-supervised learning with deep generative models" (2014), arXiv:1406.5298, eq. 6 to 9. With the
/// code of a <see cref="GaussianVae"/> (M1) in place of x it is M1+M2. Notebook 15.
/// </remarks>
public sealed class SemiSupervisedVae : Module<Tensor, Tensor>
{
    private readonly Perceptron classifier;
    private readonly ConditionedPerceptron encoder, decoder;

    /// <summary>A dense network: q(y | x) and q(z | x, y) have the same hidden layers, p(x | y, z) has them in reverse.</summary>
    /// <param name="sizes">The encoder's layers, from the data to the code: [784, 500, 50].</param>
    /// <param name="classes">C, how many labels there are.</param>
    /// <param name="likelihood">p(x | y, z), which the decoder's last layer parameterises.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="activation">The activation of hidden layers; ReLU if not said.</param>
    /// <param name="labelGain">How loud y is at first, beside x and z: see <see cref="ConditionedPerceptron"/>.</param>
    /// <param name="labelDropout">The share of x that q(y | x) is not shown in training, drawn anew each time; the rest counts as much more. 0 is the paper's.</param>
    /// <exception cref="ArgumentException">Fewer than three sizes, a size below 1, fewer than two classes, a gain that is not above 0, or a share outside [0, 1).</exception>
    public SemiSupervisedVae(
        IReadOnlyList<int> sizes, int classes, Likelihood likelihood, Generator random, Activation? activation = null, double labelGain = 1, double labelDropout = 0)
        : base($"SemiSupervisedVae {string.Join("-", sizes)}")
    {
        if (classes < 2) throw new ArgumentException($"{nameof(classes)}: expected two or more, got {classes}.", nameof(classes));
        LabelDropout = labelDropout.RequireShare();
        var hidden = activation ?? Activation.Relu;
        (DataSize, LatentSize, Classes, Likelihood) = (sizes[0], sizes[^1], classes, likelihood);
        classifier = new([.. sizes.SkipLast(1), classes], hidden, Activation.Identity, random);
        encoder = new([.. sizes.SkipLast(1), 2 * LatentSize], classes, hidden, random, labelGain);
        decoder = new([.. sizes.Skip(1).Reverse(), DataSize * likelihood.ParametersPerFeature], classes, hidden, random, labelGain);
        RegisterComponents();
    }

    /// <summary>D, the numbers in an example.</summary>
    public int DataSize { get; }

    /// <summary>L, the numbers in z.</summary>
    public int LatentSize { get; }

    /// <summary>C, how many labels there are.</summary>
    public int Classes { get; }

    /// <summary>p(x | y, z).</summary>
    public Likelihood Likelihood { get; }

    /// <summary>The share of x that q(y | x) is not shown in training. Srivastava et al., "Dropout" (2014), at the first layer.</summary>
    public double LabelDropout { get; }

    /// <summary>The logits of q(y | x): (B, D) → (B, C).</summary>
    public override Tensor forward(Tensor x) => classifier.call(x.Require([-1, DataSize]));

    /// <summary>q(z | x, y): (B, D) and y as numbers (…, C), one where the label is → N over (…, L).</summary>
    public DiagonalGaussian Posterior(Tensor x, Tensor y) => DiagonalGaussian.Of(encoder.call(x.Require([-1, DataSize]), y));

    /// <summary>The parameters of p(x | y, z), as <see cref="Likelihood"/> reads them: (…, L) and (…, C) → (…, D × parameters a feature).</summary>
    public Tensor Parameters(Tensor z, Tensor y) => decoder.call(z, y);

    /// <summary>E[x | y, z]: (B, L) and labels, int64, (B) → (B, D).</summary>
    public Tensor Decode(Tensor z, Tensor labels) => Likelihood.Mean(Parameters(z.Require([labels.shape[0], LatentSize]), OneHot(labels, z)));

    /// <summary>The label as C numbers, 1 at its place and 0 elsewhere: (B) → (B, C), of the type of the examples.</summary>
    /// <exception cref="ArgumentException">There is not one label for each of the examples, or, on the CPU, one is none of 0 … C − 1.</exception>
    public Tensor OneHot(Tensor labels, Tensor x)
    {
        if (labels.Require([x.shape[0]]).device_type == DeviceType.CPU && labels.numel() > 0 && labels.RequireLabels(x.shape[0]).max().ToInt64() is var most && most >= Classes)
            throw new ArgumentException($"{nameof(labels)}: expected 0 to {Classes - 1}, got {most}.", nameof(labels));
        return functional.one_hot(labels, Classes).to_type(x.dtype);
    }

    /// <summary>L(x, y) of labelled examples, by one draw of z each, in nats: (B, D) and (B) → (B).</summary>
    /// <exception cref="ArgumentException">A shape is another, x is not what the likelihood can produce, or a label is none of 0 … C − 1.</exception>
    public Tensor Labelled(Tensor x, Tensor labels, Generator random) => Bound(x, OneHot(labels, x), random);

    /// <summary>L(x, y) for every y there is, in one pass, in nats: (B, D) → (B, C).</summary>
    public Tensor ForEveryLabel(Tensor x, Generator random)
    {
        var everyLabel = eye(Classes, dtype: x.dtype, device: x.device).unsqueeze(1);       // (C, 1, C): each label for all examples
        return Bound(x, everyLabel, random).t();
    }

    /// <summary>U(x) of examples without a label, in nats: (B, D) → (B).</summary>
    public Tensor Unlabelled(Tensor x, Generator random) => Marginal(ForEveryLabel(x, random), call(Shown(x, random)));

    /// <summary>U = Σ_y q(y | x) L(x, y) − H(q(y | x)) = Σ_y q(y | x) (L(x, y) + log q(y | x)), in nats: (B, C) twice → (B).</summary>
    /// <param name="losses">L(x, y) for every y.</param>
    /// <param name="logits">Of q(y | x); log q(y | x) itself will do.</param>
    public static Tensor Marginal(Tensor losses, Tensor logits)
    {
        var logQ = logits.Require(losses.shape).log_softmax(-1);
        return (logQ.exp() * (losses + logQ)).sum(dim: -1);
    }

    /// <summary>J^α for each example of the data set, in nats, from a batch of each kind: share · ⟨L(x, y)⟩, (1 − share) · ⟨U(x)⟩ and (α/N) · ⟨−log q(y | x)⟩.</summary>
    /// <param name="unlabelled">Examples without a label: (B, D); none at all, (0, D), add nothing.</param>
    /// <param name="labelled">Examples with one: (M, D); none at all, (0, D), add nothing to either of their terms.</param>
    /// <param name="labels">y, int64, from 0 to C − 1: (M).</param>
    /// <param name="random">Where z comes from.</param>
    /// <param name="share">The share of labelled examples in the data set, in [0, 1].</param>
    /// <param name="alpha">α/N, 0 or more: the paper's α is 0.1 N. With 0 it is the J that a lecture prints.</param>
    /// <exception cref="ArgumentException">A shape is another, x is not what the likelihood can produce, a label is none of 0 … C − 1, or a weight is out of range.</exception>
    public LossTerms Loss(Tensor unlabelled, Tensor labelled, Tensor labels, Generator random, double share, double alpha)
    {
        if (share is not (>= 0 and <= 1)) throw new ArgumentException($"{nameof(share)}: expected a share in [0, 1], got {share}.", nameof(share));
        var nothing = zeros([], dtype: unlabelled.dtype, device: unlabelled.device);
        var (any, few) = (unlabelled.Require([-1, DataSize]).shape[0] > 0, labelled.Require([-1, DataSize]).shape[0] > 0);
        return new(
            ("labelled", few ? share * Labelled(labelled, labels, random).mean() : nothing),
            ("unlabelled", any ? (1 - share) * Unlabelled(unlabelled, random).mean() : nothing),
            ("label", few ? alpha.RequireNonNegative() * functional.cross_entropy(call(Shown(labelled, random)), labels) : nothing));
    }

    // What q(y | x) is shown of x in training: (B, D) → (B, D), x in the mean.
    private Tensor Shown(Tensor x, Generator random) => Draws.Dropout(x, LabelDropout, random);

    // L(x, y) for every x with every y that broadcasts with it: (B, D) and (…, C) → (…, B).
    private Tensor Bound(Tensor x, Tensor y, Generator random)
    {
        var q = Posterior(x, y);                                                             // (…, B, L)
        var reconstruction = Likelihood.NegativeLogLikelihood(Parameters(q.Sample(random), y), x);
        return reconstruction + Math.Log(Classes) + q.DivergenceFromStandard().sum(dim: -1);  // −log p(y) = log C
    }
}
