using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator
                batchNorm = new("batch_norm"), instanceNorm = new("instance_norm"), groupNorm = new("group_norm"), layerNorm = new("layer_norm"),
                dropoutOp = new("dropout"), dropoutInPlace = new("dropout_"),
                featureDropout = new("feature_dropout"), featureDropoutInPlace = new("feature_dropout_"),
                alphaDropout = new("alpha_dropout"), alphaDropoutInPlace = new("alpha_dropout_"),
                featureAlphaDropout = new("feature_alpha_dropout"), featureAlphaDropoutInPlace = new("feature_alpha_dropout_"),
                embeddingOp = new("embedding"), embeddingRenorm = new("embedding_renorm_"), oneHot = new("one_hot");

            /// <summary>x / max(‖x‖ₚ, eps) along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var scope = NewDisposeScope();
                var norm = input.norm((int)dim, keepdim: true, p: (float)p).clamp(min: eps);
                return (input / norm).MoveToOuterDisposeScope();
            }

            /// <summary>(x − mean) / √(variance + eps) · w + b for each channel: over the batch in training, which moves the running values, else from those.</summary>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                batchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>(x − mean) / √(variance + eps) · w + b over each group of channels of each example.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                groupNorm.Call(input, num_groups, weight, bias, eps, true);

            /// <summary>(x − mean) / √(variance + eps) · w + b over each channel of each example.</summary>
            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                instanceNorm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            /// <summary>(x − mean) / √(variance + eps) · w + b over the last dimensions (Ba et al. 2016, arXiv:1607.06450).</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                layerNorm.Call(input, normalized_shape, weight, bias, eps, true);

            /// <summary>x / (k + α · mean of x² over size neighbouring channels)^β (Krizhevsky et al. 2012, §3.3).</summary>
            /// <exception cref="ArgumentException">The input has fewer than three dimensions (B, C, …).</exception>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                if (input.dim() < 3) throw new ArgumentException($"input: expected (B, C, …), got ({string.Join(", ", input.shape)}).", nameof(input));
                using var scope = NewDisposeScope();
                var squares = input.pow(2).flatten(2).unsqueeze(1);                                    // (B, 1, C, L)
                var padded = pad(squares, [0, 0, size / 2, (size - 1) / 2]);
                var mean = avg_pool2d(padded, [size, 1], [1, 1]).reshape(input.shape);
                return (input / (mean * alpha + k).pow(beta)).MoveToOuterDisposeScope();
            }

            /// <summary>Each element kept with probability 1 − p and divided by it, else zero (Srivastava et al. 2014).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Apply(inplace, dropoutOp, dropoutInPlace, input, Probability(p), training);

            /// <summary>Dropout of whole channels of (B, C, L).</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Apply(inplace, featureDropout, featureDropoutInPlace, input, Probability(p), training);

            /// <summary>Dropout of whole channels of (B, C, H, W).</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Apply(inplace, featureDropout, featureDropoutInPlace, input, Probability(p), training);

            /// <summary>Dropout that keeps the mean and variance of SELU's output (Klambauer et al. 2017).</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Apply(inplace, alphaDropout, alphaDropoutInPlace, input, Probability(p), training);

            /// <summary>Alpha dropout of whole channels.</summary>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Apply(inplace, featureAlphaDropout, featureAlphaDropoutInPlace, input, Probability(p), training);

            internal static double Probability(double p) =>
                p is >= 0 and <= 1 ? p : throw new ArgumentException($"p: expected a probability in [0, 1], got {p}.", nameof(p));

            /// <summary>Rows of a table (V, D) by number: (…) to (…, D).</summary>
            internal static Tensor embedding(
                Tensor weight, Tensor indices, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false)
            {
                if (max_norm is { } greatest)
                    using (no_grad()) embeddingRenorm.In(weight, indices.contiguous(), greatest, norm_type);
                return embeddingOp.Call(weight, indices, padding_idx ?? -1, scale_grad_by_freq, sparse);
            }

            /// <summary>Class numbers (…) to vectors (…, classes) with a one at the number's place; int64.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => oneHot.Call(x, num_classes);
        }
    }
}
