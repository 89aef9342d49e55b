using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator
                cosineEmbeddingLoss = new("cosine_embedding_loss"), ctcLoss = new("ctc_loss", "Tensor"),
                hingeEmbeddingLoss = new("hinge_embedding_loss"), marginRankingLoss = new("margin_ranking_loss"),
                multiLabelMarginLoss = new("multilabel_margin_loss"), multiMarginLoss = new("multi_margin_loss"),
                softMarginLoss = new("soft_margin_loss"), tripletMarginLoss = new("triplet_margin_loss");

            /// <summary>1 − cos(x₁, x₂) where the target is 1, max(0, cos(x₁, x₂) − margin) where it is −1.</summary>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                cosineEmbeddingLoss.Call(input1, input2, target, margin, (long)reduction);

            /// <summary>Connectionist temporal classification (Graves et al. 2006): −log of the probability that the frames spell the target.</summary>
            public static Tensor ctc_loss(
                Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                ctcLoss.Call(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            /// <summary>x where the target is 1, max(0, margin − x) where it is −1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                hingeEmbeddingLoss.Call(input, target, margin, (long)reduction);

            /// <summary>max(0, −t (x₁ − x₂) + margin), where t is 1 if x₁ should rank higher and −1 if x₂ should.</summary>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                marginRankingLoss.Call(input1, input2, target, margin, (long)reduction);

            /// <summary>Mean over classes of max(0, 1 − (x[right] − x[wrong])), over all pairs of a right and a wrong label.</summary>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                multiLabelMarginLoss.Call(input, target, (long)reduction);

            /// <summary>Mean over classes of the binary cross-entropy of the logits.</summary>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input));
                if (weight is not null) loss *= weight;
                return Reduce(loss.mean([-1]), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Mean over the wrong classes of max(0, margin − x[right] + x[wrong])ᵖ.</summary>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                multiMarginLoss.Call(input, target, p, margin, weight, (long)reduction);

            /// <summary>log(1 + e^(−t x)) for targets t of ±1.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                softMarginLoss.Call(input, target, (long)reduction);

            /// <summary>max(0, ‖a − p‖ − ‖a − n‖ + margin) (Balntas et al. 2016).</summary>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                tripletMarginLoss.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);

            /// <summary>max(0, d(a, p) − d(a, n) + margin) for a distance d, the Euclidean one unless given.</summary>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null,
                double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                distance ??= (x, y) => pairwise_distance(x, y);
                using var scope = NewDisposeScope();
                var far = distance(anchor, negative);
                if (swap) far = minimum(far, distance(positive, negative));
                return Reduce((distance(anchor, positive) - far + margin).clamp(min: 0), reduction).MoveToOuterDisposeScope();
            }
        }
    }
}
