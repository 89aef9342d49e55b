using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The greatest element under a sliding window over (B, C, L).</summary>
        public static MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The greatest element under a sliding window over (B, C, H, W).</summary>
        public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new([kernel_size, kernel_size], Square(stride), Square(padding), Square(dilation), ceil_mode);

        /// <summary>The greatest element under a sliding window over (B, C, H, W).</summary>
        public static MaxPool2d MaxPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
            new(kernel_size.Sizes(), stride?.Sizes(), padding?.Sizes(), dilation?.Sizes(), ceil_mode);

        /// <summary>The greatest element under a sliding window over (B, C, H, W).</summary>
        public static MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Each pooled element back at its place, zeros elsewhere.</summary>
        public static MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null) =>
            new([kernel_size, kernel_size], Square(stride), Square(padding));

        /// <summary>Each pooled element back at its place, zeros elsewhere.</summary>
        public static MaxUnpool2d MaxUnpool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null) =>
            new(kernel_size.Sizes(), stride?.Sizes(), padding?.Sizes());

        /// <summary>Each pooled element back at its place, zeros elsewhere.</summary>
        public static MaxUnpool2d MaxUnpool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null) => new(kernel_size, stride, padding);

        /// <summary>The mean under a sliding window over (B, C, L).</summary>
        public static AvgPool1d AvgPool1d(long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <summary>The mean under a sliding window over (B, C, H, W).</summary>
        public static AvgPool2d AvgPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean under a sliding window over (B, C, H, W).</summary>
        public static AvgPool2d AvgPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size.Sizes(), stride?.Sizes(), padding?.Sizes(), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean under a sliding window over (B, C, H, W).</summary>
        public static AvgPool2d AvgPool2d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new([kernel_size, kernel_size], Square(stride), Square(padding), ceil_mode, count_include_pad, divisor_override);

        private static long[]? Square(long? side) => side is { } length ? [length, length] : null;

        /// <summary>(B, C, L) to a wanted length by means.</summary>
        public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

        /// <summary>(B, C, H, W) to a wanted height and width by means.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        /// <summary>(B, C, H, W) to a wanted height and width by means.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(output_size.Sizes());

        /// <summary>(B, C, H, W) to a square by means.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

        /// <summary>(B, C, L) to a wanted length by maxima.</summary>
        public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);

        /// <summary>(B, C, H, W) to a wanted height and width by maxima.</summary>
        public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

        /// <summary>(Σ xᵖ)^(1/p) under a sliding window over (B, C, L).</summary>
        public static LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
            new(norm_type, kernel_size, stride, ceil_mode);

        /// <summary>(Σ xᵖ)^(1/p) under a sliding window over (B, C, H, W).</summary>
        public static LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) =>
            new(norm_type, kernel_size, stride, ceil_mode);

        /// <summary>(Σ xᵖ)^(1/p) under a sliding window over (B, C, H, W).</summary>
        public static LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
            new(norm_type, [kernel_size, kernel_size], Square(stride), ceil_mode);
    }
}
