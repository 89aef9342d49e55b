using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Convolution of (B, C, L) or (C, L).</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(long in_channels, long out_channels, long kernel_size, long stride, long padding, Padding? rule, long dilation, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(Conv1d), in_channels, out_channels, new([kernel_size], [stride], [padding], [dilation], [0], rule), transposed: false, groups, bias, padding_mode, device, dtype) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        RequireChannels(input);
        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = nn.functional.pad(input, PaddingOfBothSides(), padding_mode);
            return nn.functional.conv1d(padded, weight, bias, stride[0], 0, dilation[0], groups);
        }
        return padding is null
            ? nn.functional.conv1d_padding(input, weight, bias, stride[0], padding_type!.Value, dilation[0], groups)
            : nn.functional.conv1d(input, weight, bias, stride[0], padding[0], dilation[0], groups);
    }
}

/// <summary>Convolution of (B, C, H, W) or (C, H, W).</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long) padding, Padding? rule, (long, long) dilation, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(Conv2d), in_channels, out_channels, new(kernel_size.Sizes(), stride.Sizes(), padding.Sizes(), dilation.Sizes(), [0, 0], rule), transposed: false, groups, bias, padding_mode, device, dtype) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        RequireChannels(input);
        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = nn.functional.pad(input, PaddingOfBothSides(), padding_mode);
            return nn.functional.conv2d(padded, weight, bias, stride, [0, 0], dilation, groups);
        }
        return padding is null
            ? nn.functional.conv2d_padding(input, weight, bias, stride, padding_type!.Value, dilation, groups)
            : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}

/// <summary>The transpose of a convolution: what upsamples.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(string name, long in_channels, long out_channels, Window window, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(name, in_channels, out_channels, window, transposed: true, groups, bias, padding_mode, device, dtype) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>With the output size said, of all those that the window could have come from.</summary>
    /// <param name="input">(B, C, …) or (C, …).</param>
    /// <param name="output_size">The sizes of the output's last dimensions.</param>
    /// <exception cref="ArgumentException">The window cannot have come from an output of that size.</exception>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    private protected long[] OutputPadding(Tensor input, long[]? output_size)
    {
        if (output_size is null) return output_padding;
        var spatial = kernel_size.Length;
        if (output_size.Length < spatial)
            throw new ArgumentException($"output_size: expected {spatial} sizes, got {output_size.Length}.", nameof(output_size));
        var sizes = input.shape[^spatial..];
        return [.. Enumerable.Range(0, spatial).Select(d => Missing(d, sizes[d], output_size[output_size.Length - spatial + d]))];
    }

    private long Missing(int d, long size, long wanted)
    {
        var least = (size - 1) * stride[d] - 2 * padding![d] + dilation[d] * (kernel_size[d] - 1) + 1;
        if (wanted < least || wanted >= least + stride[d])
            throw new ArgumentException($"output_size: expected between {least} and {least + stride[d] - 1}, got {wanted}.", nameof(wanted));
        return wanted - least;
    }
}

/// <summary>Transposed convolution of (B, C, L) or (C, L).</summary>
public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(long in_channels, long out_channels, long kernel_size, long stride, long padding, long output_padding, long dilation, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose1d), in_channels, out_channels, new([kernel_size], [stride], [padding], [dilation], [output_padding]), padding_mode, groups, bias, device, dtype) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size) => nn.functional.conv_transpose1d(
        RequireChannels(input), weight, bias, stride[0], padding![0], OutputPadding(input, output_size)[0], dilation[0], groups);
}

/// <summary>Transposed convolution of (B, C, H, W) or (C, H, W).</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long) stride, (long, long) padding, (long, long) output_padding, (long, long) dilation, PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(ConvTranspose2d), in_channels, out_channels, new(kernel_size.Sizes(), stride.Sizes(), padding.Sizes(), dilation.Sizes(), output_padding.Sizes()), padding_mode, groups, bias, device, dtype) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size) => nn.functional.conv_transpose2d(
        RequireChannels(input), weight, bias, stride, padding, OutputPadding(input, output_size), dilation, groups);
}

internal static class Pairs
{
    /// <summary>A pair (height, width) as operators take it.</summary>
    internal static long[] Sizes(this (long Height, long Width) pair) => [pair.Height, pair.Width];
}
