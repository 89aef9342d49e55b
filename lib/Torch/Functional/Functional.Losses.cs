using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss makes of its elements.</summary>
        public enum Reduction : long
        {
            /// <summary>Nothing: one value for each element.</summary>
            None = 0,
            /// <summary>Their mean.</summary>
            Mean = 1,
            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        public static partial class functional
        {
            private static readonly Operator
                mseLoss = new("mse_loss"), l1Loss = new("l1_loss"), smoothL1Loss = new("smooth_l1_loss"), huberLoss = new("huber_loss"),
                binaryCrossEntropy = new("binary_cross_entropy"), binaryCrossEntropyWithLogits = new("binary_cross_entropy_with_logits"),
                crossEntropyLoss = new("cross_entropy_loss"), nllLoss = new("nll_loss_nd"), poissonNllLoss = new("poisson_nll_loss"),
                klDiv = new("kl_div");

            /// <summary>(input − target)², in squared units of the data.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                mseLoss.Call(input, target, (long)reduction);

            /// <summary>|input − target|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                l1Loss.Call(input, target, (long)reduction);

            /// <summary>½ d² / β where d = |input − target| is below β, else d − ½ β.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                smoothL1Loss.Call(input, target, (long)reduction, beta);

            /// <summary>½ d² where d = |input − target| is at most δ, else δ (d − ½ δ) (Huber 1964).</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                huberLoss.Call(input, target, (long)reduction, delta);

            /// <summary>−t log p − (1 − t) log(1 − p), in nats; the logarithms are kept above −100.</summary>
            /// <exception cref="ArgumentException">The shapes differ.</exception>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                RequireSameShape(input, target);
                return binaryCrossEntropy.Call(input, target, weight, (long)reduction);
            }

            /// <summary>−w t log σ(x) − (1 − t) log(1 − σ(x)), in nats, from the logits x, with w the weight of the positive answers.</summary>
            /// <exception cref="ArgumentException">The shapes differ.</exception>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                RequireSameShape(input, target);
                return binaryCrossEntropyWithLogits.Call(input, target, weight, pos_weights, (long)reduction);
            }

            private static void RequireSameShape(Tensor input, Tensor target)
            {
                if (!input.shape.SequenceEqual(target.shape))
                    throw new ArgumentException(
                        $"target: expected the input's shape ({string.Join(", ", input.shape)}), got ({string.Join(", ", target.shape)}).", nameof(target));
            }

            /// <summary>−log softmax(input)[target], in nats; the input holds logits (B, C, …), the target class numbers (B, …) or probabilities (B, C, …).</summary>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                crossEntropyLoss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>−input[target]; the input holds log-probabilities (B, C, …), the target class numbers (B, …).</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                nllLoss.Call(input, target, weight, (long)reduction);

            /// <summary>eˣ − t x, or x − t log(x + eps) where x is not the rate's logarithm; full adds Stirling's approximation of log t!.</summary>
            public static Tensor poisson_nll_loss(
                Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                poissonNllLoss.Call(input, target, log_input, full, (double)eps, (long)reduction);

            /// <summary>½ (log v + (input − target)² / v) for the variance v, kept above eps; full adds ½ log 2π.</summary>
            /// <exception cref="ArgumentException">A variance is negative.</exception>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                if (variance.lt(0).any().ToBoolean()) throw new ArgumentException("variance: expected no negative value.", nameof(variance));
                Tensor kept;
                using (no_grad()) kept = variance.clamp(min: eps) - variance;
                var v = variance + kept;        // the clamp is invisible to the gradient
                var loss = 0.5 * (v.log() + (input - target).pow(2) / v);
                if (full) loss += 0.5 * Math.Log(2 * Math.PI);
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>t (log t − input), in nats; the input holds log-probabilities, and so does the target unless <paramref name="log_target"/> is false.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                klDiv.Call(input, target, (long)reduction, log_target);

            private static Tensor Reduce(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => loss,
            };
        }
    }
}
