using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>What stands beyond the edge of a padded input.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,
    /// <summary>The input mirrored at its edge element.</summary>
    Reflect = 1,
    /// <summary>The edge element repeated.</summary>
    Replicate = 2,
    /// <summary>The opposite side.</summary>
    Circular = 3,
    /// <summary>A constant.</summary>
    Constant = 4,
}

/// <summary>How much a convolution pads.</summary>
public enum Padding
{
    /// <summary>Not at all.</summary>
    Valid = 0,
    /// <summary>So that the output is as large as the input.</summary>
    Same = 1,
}

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator
                linearOp = new("linear"), bilinearOp = new("bilinear"), convolve1d = new("conv1d"), convolve1dPadded = new("conv1d", "padding"),
                convolve2d = new("conv2d"), convolve2dPadded = new("conv2d", "padding"),
                convolveTransposed1d = new("conv_transpose1d"), convolveTransposed2d = new("conv_transpose2d", "input"),
                im2col = new("im2col"), col2im = new("col2im"), shufflePixels = new("pixel_shuffle"), unshufflePixels = new("pixel_unshuffle");

            /// <summary>x Wᵀ + b: (…, in) and weights (out, in) to (…, out).</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => linearOp.Call(input, weights, bias);

            /// <summary>x₁ᵀ Wₖ x₂ + bₖ: (…, in1), (…, in2) and weights (out, in1, in2) to (…, out).</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                bilinearOp.Call(input1, input2, weight, bias);

            /// <summary>Convolution of (B, C, L) with kernels (out, C / groups, K).</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                convolve1d.Call(input, weight, bias, One(stride, 1), One(padding, 0), One(dilation, 1), groups);

            /// <summary>Convolution of (B, C, L), padded by a rule.</summary>
            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                convolve1dPadded.Call(input, weight, bias, One(stride, 1), Rule(padding), One(dilation, 1), groups);

            /// <summary>Convolution of (B, C, H, W) with kernels (out, C / groups, KH, KW).</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                convolve2d.Call(input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

            /// <summary>Convolution of (B, C, H, W), padded by a rule.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                convolve2dPadded.Call(input, weight, bias, strides ?? [1], Rule(padding), dilation ?? [1], groups);

            /// <summary>The transpose of a convolution, with kernels (C, out / groups, K): upsamples (B, C, L).</summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                convolveTransposed1d.Call(input, weight, bias, One(stride, 1), One(padding, 0), One(output_padding, 0), groups, One(dilation, 1));

            /// <summary>The transpose of a convolution, with kernels (C, out / groups, KH, KW): upsamples (B, C, H, W).</summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                convolveTransposed2d.Call(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], groups, dilation ?? [1, 1]);

            private static long[] One(long? value, long otherwise) => [value ?? otherwise];

            private static string Rule(Padding padding) => padding == Padding.Same ? "same" : "valid";

            /// <summary>The patches under a sliding window: (B, C, H, W) to (B, C · k², patches).</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>The patches under a sliding window: (B, C, H, W) to (B, C · KH · KW, patches).</summary>
            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                im2col.Call(input, kernel_size.Sizes(), (dilation ?? (1, 1)).Sizes(), (padding ?? (0, 0)).Sizes(), (stride ?? (1, 1)).Sizes());

            /// <summary>The patches put back, overlaps added: (B, C · k², patches) to (B, C, H, W).</summary>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>The patches put back, overlaps added: (B, C · KH · KW, patches) to (B, C, H, W).</summary>
            public static Tensor fold(
                Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                col2im.Call(input, output_size.Sizes(), kernel_size.Sizes(), (dilation ?? (1, 1)).Sizes(), (padding ?? (0, 0)).Sizes(), (stride ?? (1, 1)).Sizes());

            /// <summary>(B, C · r², H, W) to (B, C, H · r, W · r).</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => shufflePixels.Call(input, upscale_factor);

            /// <summary>(B, C, H · r, W · r) to (B, C · r², H, W).</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => unshufflePixels.Call(input, downscale_factor);
        }
    }
}
