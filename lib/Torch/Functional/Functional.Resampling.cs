using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How an upsampled element comes from its neighbours.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest element.</summary>
        Nearest = 0,
        /// <summary>Linearly, along one dimension.</summary>
        Linear = 1,
        /// <summary>Linearly, along two.</summary>
        Bilinear = 2,
        /// <summary>By cubic polynomials, along two.</summary>
        Bicubic = 3,
        /// <summary>Linearly, along three.</summary>
        Trilinear = 4,
    }

    /// <summary>How a resampled element comes from its neighbours.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest element, in the manner of OpenCV.</summary>
        Nearest = 0,
        /// <summary>Linearly, along one dimension.</summary>
        Linear = 1,
        /// <summary>Linearly, along two.</summary>
        Bilinear = 2,
        /// <summary>By cubic polynomials, along two.</summary>
        Bicubic = 3,
        /// <summary>Linearly, along three.</summary>
        Trilinear = 4,
        /// <summary>The mean of the covered elements.</summary>
        Area = 5,
        /// <summary>The nearest element, in the manner of Pillow.</summary>
        NearestExact = 6,
    }

    /// <summary>How a sampled element comes from its neighbours.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest element.</summary>
        Nearest = 0,
        /// <summary>Linearly, along two dimensions.</summary>
        Bilinear = 2,
    }

    /// <summary>What a grid finds beyond the edge.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zeros.</summary>
        Zeros = 0,
        /// <summary>The input mirrored.</summary>
        Reflection = 1,
        /// <summary>The edge repeated.</summary>
        Border = 2,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator
                padOp = new("pad"), gridSampler = new("grid_sampler"), affineGrid = new("affine_grid_generator"),
                nearest1d = new("upsample_nearest1d", "vec"), nearest2d = new("upsample_nearest2d", "vec"), nearest3d = new("upsample_nearest3d", "vec"),
                nearestExact1d = new("_upsample_nearest_exact1d", "vec"), nearestExact2d = new("_upsample_nearest_exact2d", "vec"), nearestExact3d = new("_upsample_nearest_exact3d", "vec"),
                linear1d = new("upsample_linear1d", "vec"), bilinear2d = new("upsample_bilinear2d", "vec"), trilinear3d = new("upsample_trilinear3d", "vec"),
                bicubic2d = new("upsample_bicubic2d", "vec"), bilinear2dAntialiased = new("_upsample_bilinear2d_aa", "vec"), bicubic2dAntialiased = new("_upsample_bicubic2d_aa", "vec"),
                adaptiveAveragePool3d = new("adaptive_avg_pool3d");

            /// <summary>The input with elements added before and after each dimension, the last dimension first: (left, right, top, bottom, …).</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Reflect => padOp.Call(input, pad, "reflect"),
                PaddingModes.Replicate => padOp.Call(input, pad, "replicate"),
                PaddingModes.Circular => padOp.Call(input, pad, "circular"),
                PaddingModes.Zeros => padOp.Call(input, pad, "constant"),
                _ => padOp.Call(input, pad, "constant", value),
            };

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>The input with elements added before and after its last dimension.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>The input with elements added at left, right, top and bottom.</summary>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>The input with as many elements added at both ends of every dimension.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, Enumerable.Repeat(pad, 2 * (int)input.dim()).ToArray(), mode, value);

            /// <summary>(B, C, …) resampled to a size, or by a factor.</summary>
            /// <exception cref="ArgumentException">Neither or both of size and factor are given, or the mode does not fit the number of dimensions.</exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var spatial = (int)x.dim() - 2;
                if (size is null == scale_factor is null) throw new ArgumentException("Give either a size or a scale factor, and not both.");
                var sizes = Spread(size, spatial);
                var factors = Spread(scale_factor, spatial);
                if (factors is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                    (sizes, factors) = (factors.Select((factor, d) => (long)Math.Floor(x.shape[2 + d] * factor)).ToArray(), null);
                return Resample(x, mode, spatial, antialias, sizes, factors, align_corners ?? false);
            }

            private static T[]? Spread<T>(T[]? values, int dimensions) =>
                values is [var only] ? Enumerable.Repeat(only, dimensions).ToArray() : values;

            private static Tensor Resample(
                Tensor x, InterpolationMode mode, int spatial, bool antialias, long[]? sizes, double[]? factors, bool corners) => (mode, spatial, antialias) switch
                {
                    (InterpolationMode.Nearest, 1, false) => nearest1d.Call(x, sizes, factors),
                    (InterpolationMode.Nearest, 2, false) => nearest2d.Call(x, sizes, factors),
                    (InterpolationMode.Nearest, 3, false) => nearest3d.Call(x, sizes, factors),
                    (InterpolationMode.NearestExact, 1, false) => nearestExact1d.Call(x, sizes, factors),
                    (InterpolationMode.NearestExact, 2, false) => nearestExact2d.Call(x, sizes, factors),
                    (InterpolationMode.NearestExact, 3, false) => nearestExact3d.Call(x, sizes, factors),
                    (InterpolationMode.Linear, 1, false) => linear1d.Call(x, sizes, corners, factors),
                    (InterpolationMode.Bilinear, 2, false) => bilinear2d.Call(x, sizes, corners, factors),
                    (InterpolationMode.Bilinear, 2, true) => bilinear2dAntialiased.Call(x, sizes, corners, factors),
                    (InterpolationMode.Bicubic, 2, false) => bicubic2d.Call(x, sizes, corners, factors),
                    (InterpolationMode.Bicubic, 2, true) => bicubic2dAntialiased.Call(x, sizes, corners, factors),
                    (InterpolationMode.Trilinear, 3, false) => trilinear3d.Call(x, sizes, corners, factors),
                    (InterpolationMode.Area, 1, false) => adaptiveAveragePool1d.Call(x, sizes),
                    (InterpolationMode.Area, 2, false) => adaptiveAveragePool2d.Call(x, sizes),
                    (InterpolationMode.Area, 3, false) => adaptiveAveragePool3d.Call(x, sizes),
                    _ => throw new ArgumentException($"x: {mode} interpolation{(antialias ? " with antialiasing" : "")} does not fit an input of shape ({string.Join(", ", x.shape)}).", nameof(x)),
                };

            /// <summary>(B, C, …) enlarged to a size, or by a factor.</summary>
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners);

            /// <summary>(B, C, H, W) enlarged by linear interpolation.</summary>
            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            /// <summary>(B, C, …) enlarged by repetition.</summary>
            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Nearest, align_corners);

            /// <summary>The input (B, C, H, W) looked up at the places of a grid (B, h, w, 2), whose coordinates run from −1 to 1.</summary>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                var interpolation = mode == GridSampleMode.Nearest ? 1L : 0L;
                var beyond = padding_mode switch { GridSamplePaddingMode.Border => 1L, GridSamplePaddingMode.Reflection => 2L, _ => 0L };
                return gridSampler.Call(input, grid, interpolation, beyond, align_corners ?? false);
            }

            /// <summary>The grid (B, H, W, 2) that a batch of affine maps (B, 2, 3) makes of an image of size (B, C, H, W).</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                affineGrid.Call(theta, size ?? throw new ArgumentNullException(nameof(size)), align_corners);
        }
    }
}
