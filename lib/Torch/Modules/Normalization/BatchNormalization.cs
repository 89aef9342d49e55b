using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisation share: a scale and shift for each channel, and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private protected NormBase(string name, long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype) : base(name)
    {
        (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) = (num_features, eps, momentum, affine, track_running_stats);
        if (affine)
        {
            weight = new Parameter(ones(num_features, device: device, dtype: dtype));
            bias = new Parameter(zeros(num_features, device: device, dtype: dtype));
        }
        if (!track_running_stats) return;
        running_mean = zeros(num_features, device: device, dtype: dtype);
        running_var = ones(num_features, device: device, dtype: dtype);
        num_batches_tracked = zeros([], device: device, dtype: ScalarType.Int64);
    }

    /// <summary>The number of channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The share of a new batch in the running statistics; null for their plain mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether scale and shift are learned.</summary>
    public bool affine { get; }

    /// <summary>Whether running statistics are kept, for use in evaluation.</summary>
    public bool track_running_stats { get; }

    /// <summary>The scales: (channels).</summary>
    public Parameter? weight { get; set => field = Replaced(nameof(weight), field, value); }

    /// <summary>The shifts: (channels).</summary>
    public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

    /// <summary>The running means: (channels).</summary>
    public Tensor? running_mean { get; set => field = ReplacedBuffer(nameof(running_mean), field, value); }

    /// <summary>The running variances: (channels).</summary>
    public Tensor? running_var { get; set => field = ReplacedBuffer(nameof(running_var), field, value); }

    /// <summary>How many batches the running statistics have seen.</summary>
    public Tensor? num_batches_tracked { get; set => field = ReplacedBuffer(nameof(num_batches_tracked), field, value); }

    /// <summary>Forgets the batches seen.</summary>
    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    /// <summary>Scales one, shifts zero, no batches seen.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (weight is not null) nn.init.ones_(weight);
        if (bias is not null) nn.init.zeros_(bias);
    }

    private protected abstract string Shapes { get; }

    private protected abstract bool Fits(long dimensions);

    private protected void RequireShape(Tensor input)
    {
        if (!Fits(input.dim()))
            throw new ArgumentException($"input: {GetName()} expected {Shapes}, got ({string.Join(", ", input.shape)}).", nameof(input));
    }
}

/// <summary>(x − mean) / √(variance + eps) · w + b for each channel, over the batch in training and from running statistics in evaluation.</summary>
/// <remarks>Ioffe and Szegedy 2015, arXiv:1502.03167.</remarks>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(string name, long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(name, num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        RequireShape(input);
        var fromBatch = training || !track_running_stats;
        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, fromBatch, ShareOfThisBatch(), eps);
    }

    private double ShareOfThisBatch()
    {
        if (!training || num_batches_tracked is null) return momentum ?? 0;
        num_batches_tracked.add_(1);
        return momentum ?? 1.0 / num_batches_tracked.ToInt64();
    }
}

/// <summary>Batch normalisation of (B, C) or (B, C, L).</summary>
public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(BatchNorm1d), num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

    private protected override string Shapes => $"(B, {num_features}) or (B, {num_features}, L)";

    private protected override bool Fits(long dimensions) => dimensions is 2 or 3;
}

/// <summary>Batch normalisation of (B, C, H, W).</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(BatchNorm2d), num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

    private protected override string Shapes => $"(B, {num_features}, H, W)";

    private protected override bool Fits(long dimensions) => dimensions == 4;
}

/// <summary>(x − mean) / √(variance + eps) · w + b for each channel of each example (Ulyanov et al. 2016, arXiv:1607.08022).</summary>
public abstract class InstanceNorm : NormBase
{
    private protected InstanceNorm(string name, long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(name, num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

    private protected abstract int SpatialDimensions { get; }

    private protected override bool Fits(long dimensions) => dimensions == SpatialDimensions + 1 || dimensions == SpatialDimensions + 2;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        RequireShape(input);
        if (input.dim() == SpatialDimensions + 2) return Normalised(input);
        using var batch = input.unsqueeze(0);
        using var normalised = Normalised(batch);
        return normalised.squeeze(0);
    }

    private Tensor Normalised(Tensor input) => nn.functional.instance_norm(
        input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0, eps);
}

/// <summary>Instance normalisation of (B, C, L) or (C, L).</summary>
public sealed class InstanceNorm1d : InstanceNorm
{
    internal InstanceNorm1d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(InstanceNorm1d), num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

    private protected override int SpatialDimensions => 1;

    private protected override string Shapes => $"({num_features}, L) or a batch (B, {num_features}, L)";
}

/// <summary>Instance normalisation of (B, C, H, W) or (C, H, W).</summary>
public sealed class InstanceNorm2d : InstanceNorm
{
    internal InstanceNorm2d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(InstanceNorm2d), num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

    private protected override int SpatialDimensions => 2;

    private protected override string Shapes => $"({num_features}, H, W) or a batch (B, {num_features}, H, W)";
}
