using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>(input − target)².</summary>
public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="MSELoss"/>
    public MSELoss(Reduction reduction = Reduction.Mean) : base(reduction) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.mse_loss(input, target, reduction);
}

/// <summary>|input − target|.</summary>
public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="L1Loss"/>
    public L1Loss(Reduction reduction = Reduction.Mean) : base(reduction) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.l1_loss(input, target, reduction);
}

/// <summary>½ d² / β where d = |input − target| is below β, else d − ½ β.</summary>
public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="SmoothL1Loss"/>
    public SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) : base(reduction) => this.beta = beta;

    /// <summary>β: where the parabola ends.</summary>
    public double beta { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.smooth_l1_loss(input, target, reduction, beta);
}

/// <summary>½ d² where d = |input − target| is at most δ, else δ (d − ½ δ).</summary>
public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="HuberLoss"/>
    public HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) : base(reduction) => this.delta = delta;

    /// <summary>δ: where the parabola ends.</summary>
    public double delta { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.huber_loss(input, target, delta, reduction);
}

/// <summary>−t log p − (1 − t) log(1 − p), in nats.</summary>
public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="BCELoss"/>
    public BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(weight, reduction) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.binary_cross_entropy(input, target, weight, reduction);
}

/// <summary>−t log σ(x) − (1 − t) log(1 − σ(x)), in nats, from the logits x.</summary>
public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="BCEWithLogitsLoss"/>
    public BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) : base(weight, reduction) => this.pos_weights = pos_weights;

    /// <summary>The weight of the positive answers.</summary>
    public Tensor? pos_weights { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
}

/// <summary>−log softmax(input)[target], in nats, from logits.</summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="CrossEntropyLoss"/>
    public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) : base(weight, reduction) =>
        (this.ignore_index, this.label_smoothing) = (ignore_index, label_smoothing);

    /// <summary>A class number that does not count.</summary>
    public long? ignore_index { get; }

    /// <summary>How much of the answer is spread over all classes.</summary>
    public double label_smoothing { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}

/// <summary>−input[target], from log-probabilities.</summary>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="NLLLoss"/>
    public NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(weight, reduction) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.nll_loss(input, target, weight, reduction);
}

/// <summary>eˣ − t x, in nats but for a constant.</summary>
public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="PoissonNLLLoss"/>
    public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) : base(reduction) =>
        (this.log_input, this.full, this.eps) = (log_input, full, eps);

    /// <summary>Whether the input is the logarithm of the rate.</summary>
    public bool log_input { get; }

    /// <summary>Whether Stirling's approximation of log t! is added.</summary>
    public bool full { get; }

    /// <summary>Added to the rate before its logarithm is taken.</summary>
    public float eps { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
}

/// <summary>½ (log v + (input − target)² / v), in nats but for a constant.</summary>
public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="GaussianNLLLoss"/>
    public GaussianNLLLoss(bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) : base(reduction) =>
        (this.full, this.eps) = (full, eps);

    /// <summary>Whether the constant ½ log 2π is added.</summary>
    public bool full { get; }

    /// <summary>The least variance.</summary>
    public float eps { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target, Tensor variance) => functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
}

/// <summary>t (log t − input), in nats, from log-probabilities.</summary>
public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="KLDivLoss"/>
    public KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) : base(reduction) => this.log_target = log_target;

    /// <summary>Whether the target holds log-probabilities too.</summary>
    public bool log_target { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.kl_div(input, target, log_target, reduction);
}

/// <summary>1 − cos(x₁, x₂) for a pair of one kind, max(0, cos(x₁, x₂) − margin) for another.</summary>
public sealed class CosineEmbeddingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="CosineEmbeddingLoss"/>
    public CosineEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) : base(reduction) => this.margin = margin;

    /// <summary>How alike a pair of different kinds may be.</summary>
    public double margin { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
}

/// <summary>−log of the probability that the frames spell the target (Graves et al. 2006).</summary>
public sealed class CTCLoss : Loss<Tensor, Tensor, Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="CTCLoss"/>
    public CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) : base(reduction) =>
        (this.blank, this.zero_infinity) = (blank, zero_infinity);

    /// <summary>The number of the empty label.</summary>
    public long blank { get; }

    /// <summary>Whether impossible spellings count as zero.</summary>
    public bool zero_infinity { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths) => functional.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
}

/// <summary>x where the target is 1, max(0, margin − x) where it is −1.</summary>
public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="HingeEmbeddingLoss"/>
    public HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) : base(reduction) => this.margin = margin;

    /// <summary>How far apart a pair of different kinds should be.</summary>
    public double margin { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.hinge_embedding_loss(input, target, margin, reduction);
}

/// <summary>max(0, −t (x₁ − x₂) + margin).</summary>
public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="MarginRankingLoss"/>
    public MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) : base(reduction) => this.margin = margin;

    /// <summary>By how much the right one should rank higher.</summary>
    public double margin { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => functional.margin_ranking_loss(input1, input2, target, margin, reduction);
}

/// <summary>mean over classes of max(0, 1 − (x[right] − x[wrong])).</summary>
public sealed class MultiLabelMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="MultiLabelMarginLoss"/>
    public MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) : base(reduction) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.multi_label_margin_loss(input, target, reduction);
}

/// <summary>mean over classes of the binary cross-entropy of the logits.</summary>
public sealed class MultiLabelSoftMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="MultiLabelSoftMarginLoss"/>
    public MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(weight, reduction) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.multilabel_soft_margin_loss(input, target, weight, reduction);
}

/// <summary>mean over the wrong classes of max(0, margin − x[right] + x[wrong])ᵖ.</summary>
public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="MultiMarginLoss"/>
    public MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) : base(weight, reduction) =>
        (this.p, this.margin) = (p, margin);

    /// <summary>p: 1 or 2.</summary>
    public int p { get; }

    /// <summary>By how much the right class should win.</summary>
    public double margin { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.multi_margin_loss(input, target, p, margin, weight, reduction);
}

/// <summary>log(1 + e^(−t x)) for targets t of ±1.</summary>
public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="SoftMarginLoss"/>
    public SoftMarginLoss(Reduction reduction = Reduction.Mean) : base(reduction) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.soft_margin_loss(input, target, reduction);
}

/// <summary>max(0, ‖a − p‖ − ‖a − n‖ + margin).</summary>
public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="TripletMarginLoss"/>
    public TripletMarginLoss(double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) : base(reduction) =>
        (this.margin, this.p, this.eps, this.swap) = (margin, p, eps, swap);

    /// <summary>How much nearer the positive should be.</summary>
    public double margin { get; }

    /// <summary>Which norm.</summary>
    public long p { get; }

    /// <summary>Added to each difference.</summary>
    public double eps { get; }

    /// <summary>Whether the positive may stand in for the anchor where it is nearer to the negative.</summary>
    public bool swap { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) => functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);
}

/// <summary>max(0, d(a, p) − d(a, n) + margin).</summary>
public sealed class TripletMarginWithDistanceLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <inheritdoc cref="TripletMarginWithDistanceLoss"/>
    public TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) : base(reduction) =>
        (this.distance, this.margin, this.swap) = (distance, margin, swap);

    /// <summary>d, the Euclidean distance unless given.</summary>
    public Func<Tensor, Tensor, Tensor>? distance { get; }

    /// <summary>How much nearer the positive should be.</summary>
    public double margin { get; }

    /// <summary>Whether the positive may stand in for the anchor where it is nearer to the negative.</summary>
    public bool swap { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) => functional.triplet_margin_with_distance_loss(anchor, positive, negative, distance, margin, swap, reduction);
}
