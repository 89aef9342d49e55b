using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The greatest element under a sliding window over (B, C, L).</summary>
public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode) : base(nameof(MaxPool1d)) =>
        (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) = (kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>The window's length.</summary>
    public long kernel_size { get; set; }

    /// <summary>The window's step, its length unless given.</summary>
    public long? stride { get; set; }

    /// <summary>Elements added on both sides.</summary>
    public long? padding { get; set; }

    /// <summary>The distance between the elements under the window.</summary>
    public long? dilation { get; set; }

    /// <summary>Whether a window that overhangs the end counts.</summary>
    public bool ceil_mode { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>The maxima, and where they stood.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}

/// <summary>The greatest element under a sliding window over (B, C, H, W).</summary>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode) : base(nameof(MaxPool2d)) =>
        (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) = (kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>The window's size.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The window's step, its size unless given.</summary>
    public long[]? stride { get; set; }

    /// <summary>Elements added on both sides.</summary>
    public long[]? padding { get; set; }

    /// <summary>The distance between the elements under the window.</summary>
    public long[]? dilation { get; set; }

    /// <summary>Whether a window that overhangs the end counts.</summary>
    public bool ceil_mode { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>The maxima, and where they stood.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}

/// <summary>Each pooled element back at its place, zeros elsewhere.</summary>
public sealed class MaxUnpool2d : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal MaxUnpool2d(long[] kernel_size, long[]? stride, long[]? padding) : base(nameof(MaxUnpool2d)) =>
        (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

    /// <summary>The size of the window that was pooled over.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Its step, its size unless given.</summary>
    public long[]? stride { get; set; }

    /// <summary>Its padding.</summary>
    public long[]? padding { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor indices) => call(input, indices, null);

    /// <summary>With height and width of the output said, where the window leaves a choice.</summary>
    public Tensor call(Tensor input, Tensor indices, long[]? output_size) =>
        nn.functional.max_unpool2d(input, indices, kernel_size, stride, padding, output_size);
}

/// <summary>The mean under a sliding window over (B, C, L).</summary>
public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad) : base(nameof(AvgPool1d)) =>
        (this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad) = (kernel_size, stride, padding, ceil_mode, count_include_pad);

    /// <summary>The window's length.</summary>
    public long kernel_size { get; set; }

    /// <summary>The window's step, its length unless given.</summary>
    public long? stride { get; set; }

    /// <summary>Elements added on both sides.</summary>
    public long? padding { get; set; }

    /// <summary>Whether a window that overhangs the end counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the added zeros count in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
}

/// <summary>The mean under a sliding window over (B, C, H, W).</summary>
public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override) : base(nameof(AvgPool2d))
    {
        (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);
        (this.ceil_mode, this.count_include_pad, this.divisor_override) = (ceil_mode, count_include_pad, divisor_override);
    }

    /// <summary>The window's size.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The window's step, its size unless given.</summary>
    public long[]? stride { get; set; }

    /// <summary>Elements added on both sides.</summary>
    public long[]? padding { get; set; }

    /// <summary>Whether a window that overhangs the end counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the added zeros count in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What the sum is divided by, the number of elements unless given.</summary>
    public long? divisor_override { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}

/// <summary>(B, C, L) to a wanted length by means.</summary>
public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool1d(long output_size) : base(nameof(AdaptiveAvgPool1d)) => this.output_size = output_size;

    /// <summary>The length wanted.</summary>
    public long output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
}

/// <summary>(B, C, H, W) to a wanted height and width by means.</summary>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

    /// <summary>Height and width wanted.</summary>
    public long[] output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
}

/// <summary>(B, C, L) to a wanted length by maxima.</summary>
public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool1d(long output_size) : base(nameof(AdaptiveMaxPool1d)) => this.output_size = output_size;

    /// <summary>The length wanted.</summary>
    public long output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);

    /// <summary>The maxima, and where they stood.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
}

/// <summary>(B, C, H, W) to a wanted height and width by maxima.</summary>
public sealed class AdaptiveMaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool2d(long[] output_size) : base(nameof(AdaptiveMaxPool2d)) => this.output_size = output_size;

    /// <summary>Height and width wanted.</summary>
    public long[] output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool2d(input, output_size);

    /// <summary>The maxima, and where they stood.</summary>
    public (Tensor output, Tensor indices) forward_with_indices(Tensor input) => nn.functional.adaptive_max_pool2d_with_indices(input, output_size);
}

/// <summary>(Σ xᵖ)^(1/p) under a sliding window over (B, C, L).</summary>
public sealed class LPPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal LPPool1d(double norm_type, long kernel_size, long? stride, bool ceil_mode) : base(nameof(LPPool1d)) =>
        (this.norm_type, this.kernel_size, this.stride, this.ceil_mode) = (norm_type, kernel_size, stride, ceil_mode);

    /// <summary>p.</summary>
    public double norm_type { get; set; }

    /// <summary>The window's length.</summary>
    public long kernel_size { get; set; }

    /// <summary>The window's step, its length unless given.</summary>
    public long? stride { get; set; }

    /// <summary>Whether a window that overhangs the end counts.</summary>
    public bool ceil_mode { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.lp_pool1d(input, norm_type, kernel_size, stride, ceil_mode);
}

/// <summary>(Σ xᵖ)^(1/p) under a sliding window over (B, C, H, W): invariance to small shifts, as in Le et al. 2012 (arXiv:1112.6209).</summary>
public sealed class LPPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal LPPool2d(double norm_type, long[] kernel_size, long[]? stride, bool ceil_mode) : base(nameof(LPPool2d)) =>
        (this.norm_type, this.kernel_size, this.stride, this.ceil_mode) = (norm_type, kernel_size, stride, ceil_mode);

    /// <summary>p.</summary>
    public double norm_type { get; set; }

    /// <summary>The window's size.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The window's step, its size unless given.</summary>
    public long[]? stride { get; set; }

    /// <summary>Whether a window that overhangs the end counts.</summary>
    public bool ceil_mode { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.lp_pool2d(input, norm_type, kernel_size, stride, ceil_mode);
}
