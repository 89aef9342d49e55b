using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator
                maxPool1d = new("max_pool1d"), maxPool1dWithIndices = new("max_pool1d_with_indices"),
                maxPool2d = new("max_pool2d"), maxPool2dWithIndices = new("max_pool2d_with_indices"), maxUnpool2d = new("max_unpool2d"),
                averagePool1d = new("avg_pool1d"), averagePool2d = new("avg_pool2d"),
                adaptiveAveragePool1d = new("adaptive_avg_pool1d"), adaptiveAveragePool2d = new("adaptive_avg_pool2d"),
                adaptiveMaxPool1d = new("adaptive_max_pool1d"), adaptiveMaxPool2d = new("adaptive_max_pool2d");

            /// <summary>The greatest element under a sliding window over (B, C, L).</summary>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                maxPool1d.Call(input, One(kernel_size, 1), One(stride, kernel_size), One(padding, 0), One(dilation, 1), ceil_mode);

            /// <summary>The greatest element under a sliding window over (B, C, L), and where it stood.</summary>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                maxPool1dWithIndices.Call2(input, One(kernel_size, 1), One(stride, kernel_size), One(padding, 0), One(dilation, 1), ceil_mode);

            /// <summary>The greatest element under a sliding window over (B, C, H, W).</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                maxPool2d.Call(input, kernel_size, strides ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

            /// <summary>The greatest element under a sliding window over (B, C, H, W).</summary>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size], Sizes(stride), Sizes(padding), Sizes(dilation), ceil_mode);

            /// <summary>The greatest element under a sliding window over (B, C, H, W).</summary>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, kernel_size.Sizes(), Sizes(stride), Sizes(padding), Sizes(dilation), ceil_mode);

            /// <summary>The greatest element under a sliding window over (B, C, H, W), and where it stood.</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                maxPool2dWithIndices.Call2(input, kernel_size, strides ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

            /// <summary>Each pooled element back at its place, zeros elsewhere.</summary>
            /// <param name="input">What max pooling returned: (B, C, H, W).</param>
            /// <param name="indices">Where the elements stood.</param>
            /// <param name="kernel_size">The window that was pooled over.</param>
            /// <param name="stride">Its step, the window's size unless given.</param>
            /// <param name="padding">Its padding.</param>
            /// <param name="output_size">Height and width wanted (the last two are read), where the window leaves a choice.</param>
            public static Tensor max_unpool2d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null)
            {
                long Unpooled(int d) =>
                    (input.shape[^(2 - d)] - 1) * Side(stride ?? kernel_size, d) - 2 * Side(padding ?? [0], d) + Side(kernel_size, d);
                return maxUnpool2d.Call(input, indices, output_size is null ? new[] { Unpooled(0), Unpooled(1) } : output_size[^2..]);
            }

            private static long Side(long[] sizes, int d) => sizes[Math.Min(d, sizes.Length - 1)];

            /// <summary>The mean under a sliding window over (B, C, L).</summary>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                averagePool1d.Call(input, One(kernel_size, 1), One(stride, kernel_size), One(padding, 0), ceil_mode, count_include_pad);

            /// <summary>The mean under a sliding window over (B, C, H, W).</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                averagePool2d.Call(input, kernel_size, stride ?? kernel_size, padding ?? [0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean under a sliding window over (B, C, H, W).</summary>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size], Sizes(stride), [padding], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean under a sliding window over (B, C, H, W).</summary>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, kernel_size.Sizes(), Sizes(stride), Sizes(padding), ceil_mode, count_include_pad, divisor_override);

            private static long[]? Sizes(long? size) => size is { } side ? [side] : null;

            private static long[]? Sizes((long, long)? sizes) => sizes is { } pair ? pair.Sizes() : null;

            /// <summary>(B, C, L) to (B, C, output_size) by means over windows of nearly equal length.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => adaptiveAveragePool1d.Call(input, One(output_size, 1));

            /// <summary>(B, C, H, W) to the wanted height and width by means over windows of nearly equal size.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => adaptiveAveragePool2d.Call(input, output_size);

            /// <summary>(B, C, H, W) to the wanted height and width by means over windows of nearly equal size.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, output_size.Sizes());

            /// <summary>(B, C, H, W) to a square by means over windows of nearly equal size.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <summary>(B, C, L) to (B, C, output_size) by maxima over windows of nearly equal length.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) => adaptive_max_pool1d_with_indices(input, output_size).Values;

            /// <summary>As <see cref="adaptive_max_pool1d"/>, and where the maxima stood.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                adaptiveMaxPool1d.Call2(input, One(output_size, 1));

            /// <summary>(B, C, H, W) to the wanted height and width by maxima over windows of nearly equal size.</summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) => adaptive_max_pool2d_with_indices(input, output_size).Values;

            /// <summary>As <see cref="adaptive_max_pool2d"/>, and where the maxima stood.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                adaptiveMaxPool2d.Call2(input, output_size);

            /// <summary>(Σ xᵖ)^(1/p) under a sliding window over (B, C, L).</summary>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var mean = avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode);
                return Root(mean, kernel_size, norm_type).MoveToOuterDisposeScope();
            }

            /// <summary>(Σ xᵖ)^(1/p) under a sliding window over (B, C, H, W).</summary>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var mean = avg_pool2d(input.pow(norm_type), kernel_size, stride, [0], ceil_mode);
                return Root(mean, Side(kernel_size, 0) * Side(kernel_size, 1), norm_type).MoveToOuterDisposeScope();
            }

            /// <summary>(Σ xᵖ)^(1/p) under a sliding window over (B, C, H, W).</summary>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, [kernel_size, kernel_size], stride is { } step ? [step, step] : null, ceil_mode);

            // Where an odd power makes the mean negative, the root is taken of its size as PyTorch does: sign(m) relu(|m|).
            private static Tensor Root(Tensor mean, long elements, double norm_type) =>
                (mean.sign() * relu(mean.abs()) * elements).pow(1 / norm_type);
        }
    }
}
