using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: a kernel for each pair of channels, a bias for each output channel, and how the window moves.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Convolution(string name, long in_channels, long out_channels, Window window, bool transposed, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(name)
    {
        if (in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException($"groups: {groups} must divide the {in_channels} input and {out_channels} output channels.", nameof(groups));
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException("padding_mode: a transposed convolution pads with zeros only.", nameof(padding_mode));
        (this.in_channels, this.out_channels, this.transposed, this.groups, this.padding_mode) = (in_channels, out_channels, transposed, groups, padding_mode);
        (kernel_size, stride, dilation, output_padding) = (window.Kernel, window.Stride, window.Dilation, window.OutputPadding);
        (padding, padding_type) = (window.Rule is null ? window.Padding : null, window.Rule);
        if (padding_type == Padding.Same && stride.Any(step => step != 1))
            throw new ArgumentException("padding: 'same' needs a stride of one.", nameof(padding));

        var channels = transposed ? new[] { in_channels, out_channels / groups } : [out_channels, in_channels / groups];
        weight = new Parameter(empty([.. channels, .. kernel_size], device: device, dtype: dtype));
        if (bias) this.bias = new Parameter(empty(out_channels, device: device, dtype: dtype));
        reset_parameters();
    }

    /// <summary>How the window lies and moves, along each dimension.</summary>
    private protected readonly record struct Window(
        long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, long[] OutputPadding, Padding? Rule = null);

    /// <summary>Channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>Channels of the output.</summary>
    public long out_channels { get; }

    /// <summary>Whether this is the transpose of a convolution.</summary>
    public bool transposed { get; }

    /// <summary>Elements added on both sides, unless a rule says.</summary>
    public long[]? padding { get; private set; }

    /// <summary>The rule that says how many elements are added.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>What the added elements are.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>Into how many groups without connections between them the channels fall.</summary>
    public long groups { get; set; }

    /// <summary>The window's size.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The window's step.</summary>
    public long[] stride { get; set; }

    /// <summary>The distance between the elements under the window.</summary>
    public long[] dilation { get; set; }

    /// <summary>Elements added to one side of a transposed convolution's output.</summary>
    public long[] output_padding { get; set; }

    /// <summary>The kernels: (out, in / groups, …), or (in, out / groups, …) transposed.</summary>
    public Parameter weight { get; set => field = Replaced(nameof(weight), field, value)!; }

    /// <summary>One number for each output channel, if there are any.</summary>
    public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

    /// <summary>Draws kernels and bias anew, from U(−1/√fan in, 1/√fan in).</summary>
    public void reset_parameters() => FanIn.Initialise(weight, bias);

    /// <summary>Pads by as many elements on both sides.</summary>
    public void SetPadding(long[] padding) => (this.padding, padding_type) = (padding, null);

    /// <summary>Pads by a rule.</summary>
    public void SetPadding(Padding padding) => (this.padding, padding_type) = (null, padding);

    private protected Tensor RequireChannels(Tensor input)
    {
        var shape = input.shape;
        var spatial = kernel_size.Length;
        if (shape.Length == spatial + 2 && shape[1] == in_channels || shape.Length == spatial + 1 && shape[0] == in_channels) return input;
        var sides = spatial == 1 ? "L" : "H, W";
        throw new ArgumentException(
            $"input: {GetName()} expected ({in_channels}, {sides}) or a batch (B, {in_channels}, {sides}), got ({string.Join(", ", shape)}).", nameof(input));
    }

    // What functional.pad takes: the last dimension first, each with both its sides.
    private protected long[] PaddingOfBothSides()
    {
        var sides = Enumerable.Range(0, kernel_size.Length).Reverse();
        if (padding is not null) return [.. sides.SelectMany(d => new[] { padding[d], padding[d] })];
        if (padding_type == Padding.Valid) return new long[2 * kernel_size.Length];
        return [.. sides.SelectMany(d =>
        {
            var total = dilation[d] * (kernel_size[d] - 1);
            return new[] { total / 2, total - total / 2 };
        })];
    }
}
