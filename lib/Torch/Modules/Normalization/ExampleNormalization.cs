using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>(x − mean) / √(variance + eps) · w + b over the last dimensions of each example (Ba et al. 2016, arXiv:1607.06450).</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype) : base(nameof(LayerNorm))
    {
        (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
        if (!elementwise_affine) return;
        weight = new Parameter(ones(normalized_shape, device: device, dtype: dtype));
        if (bias) this.bias = new Parameter(zeros(normalized_shape, device: device, dtype: dtype));
    }

    /// <summary>The sizes of the dimensions that are normalised together.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether scale and shift are learned.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>The scales.</summary>
    public Parameter? weight { get; set => field = Replaced(nameof(weight), field, value); }

    /// <summary>The shifts.</summary>
    public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

    /// <summary>Scales one, shifts zero.</summary>
    public void reset_parameters()
    {
        if (weight is not null) nn.init.ones_(weight);
        if (bias is not null) nn.init.zeros_(bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
}

/// <summary>(x − mean) / √(variance + eps) · w + b over each group of channels of each example (Wu and He 2018, arXiv:1803.08494).</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
    {
        if (num_channels % num_groups != 0)
            throw new ArgumentException($"num_groups: {num_groups} must divide the {num_channels} channels.", nameof(num_groups));
        (this.num_groups, this.num_channels, this.eps, this.affine) = (num_groups, num_channels, eps, affine);
        if (!affine) return;
        weight = new Parameter(ones(num_channels, device: device, dtype: dtype));
        bias = new Parameter(zeros(num_channels, device: device, dtype: dtype));
    }

    /// <summary>The number of groups.</summary>
    public long num_groups { get; set; }

    /// <summary>The number of channels.</summary>
    public long num_channels { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether scale and shift are learned.</summary>
    public bool affine { get; set; }

    /// <summary>The scales: (channels).</summary>
    public Parameter? weight { get; set => field = Replaced(nameof(weight), field, value); }

    /// <summary>The shifts: (channels).</summary>
    public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        if (tensor.dim() < 2 || tensor.shape[1] != num_channels)
            throw new ArgumentException($"tensor: {GetName()} expected (B, {num_channels}, …), got ({string.Join(", ", tensor.shape)}).", nameof(tensor));
        return nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
    }
}

/// <summary>x / (k + α · mean of x² over neighbouring channels)^β (Krizhevsky et al. 2012, §3.3).</summary>
public sealed class LocalResponseNorm : ParameterLessModule<Tensor, Tensor>
{
    internal LocalResponseNorm(long size, double alpha, double beta, double k) : base(nameof(LocalResponseNorm)) =>
        (this.size, this.alpha, this.beta, this.k) = (size, alpha, beta, k);

    /// <summary>How many channels are neighbours.</summary>
    public long size { get; set; }

    /// <summary>α.</summary>
    public double alpha { get; set; }

    /// <summary>β.</summary>
    public double beta { get; set; }

    /// <summary>k.</summary>
    public double k { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.local_response_norm(input, size, alpha, beta, k);
}
