using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The input itself.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity() : base(nameof(Identity)) { }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => tensor.alias();
}

/// <summary>Neighbouring dimensions made one: (B, C, H, W) to (B, C · H · W).</summary>
public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
{
    internal Flatten(long start_dim, long end_dim) : base(nameof(Flatten)) => (this.start_dim, this.end_dim) = (start_dim, end_dim);

    /// <summary>The first of the dimensions.</summary>
    public long start_dim { get; set; }

    /// <summary>The last of the dimensions.</summary>
    public long end_dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);
}

/// <summary>One dimension made several.</summary>
public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
{
    internal Unflatten(long dim, long[] unflattened_size) : base(nameof(Unflatten)) => (this.dim, this.unflattened_size) = (dim, unflattened_size);

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>The sizes of the dimensions it becomes.</summary>
    public long[] unflattened_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        var shape = tensor.shape;
        var at = (int)(dim < 0 ? dim + shape.Length : dim);
        return tensor.reshape([.. shape[..at], .. unflattened_size, .. shape[(at + 1)..]]);
    }
}

/// <summary>(B, C, …) enlarged to a size, or by a factor.</summary>
public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
{
    internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor) : base(nameof(Upsample))
    {
        (this.size, this.scale_factor, this.mode) = (size, scale_factor, mode);
        (this.align_corners, this.recompute_scale_factor) = (align_corners, recompute_scale_factor);
    }

    /// <summary>The sizes wanted.</summary>
    public long[]? size { get; }

    /// <summary>The factors wanted.</summary>
    public double[]? scale_factor { get; }

    /// <summary>How an element comes from its neighbours.</summary>
    public UpsampleMode mode { get; }

    /// <summary>Whether the corner elements keep their values.</summary>
    public bool? align_corners { get; }

    /// <summary>Whether the factor is worked out anew from the rounded sizes.</summary>
    public bool? recompute_scale_factor { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
}

/// <summary>(B, C · r², H, W) to (B, C, H · r, W · r) (Shi et al. 2016, arXiv:1609.05158).</summary>
public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelShuffle(long upscale_factor) : base(nameof(PixelShuffle)) => this.upscale_factor = upscale_factor;

    /// <summary>r.</summary>
    public long upscale_factor { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);
}

/// <summary>(B, C, H · r, W · r) to (B, C · r², H, W).</summary>
public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelUnshuffle(long downscale_factor) : base(nameof(PixelUnshuffle)) => this.downscale_factor = downscale_factor;

    /// <summary>r.</summary>
    public long downscale_factor { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);
}

/// <summary>The patches under a sliding window: (B, C, H, W) to (B, C · KH · KW, patches).</summary>
public sealed class Unfold : ParameterLessModule<Tensor, Tensor>
{
    private readonly (long, long) kernel, dilation, padding, stride;

    internal Unfold((long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride) : base(nameof(Unfold)) =>
        (kernel, this.dilation, this.padding, this.stride) = (kernel_size, dilation, padding, stride);

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.unfold(tensor, kernel, dilation, padding, stride);
}

/// <summary>x₁ · x₂ / (‖x₁‖ ‖x₂‖) along a dimension.</summary>
public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal CosineSimilarity(long dim, double eps) : base(nameof(CosineSimilarity)) => (this.dim, this.eps) = (dim, eps);

    /// <summary>The dimension along which the vectors lie.</summary>
    public long dim { get; set; }

    /// <summary>The least product of norms.</summary>
    public double eps { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.cosine_similarity(input1, input2, dim, eps);
}

/// <summary>‖x₁ − x₂ + eps‖ₚ along the last dimension.</summary>
public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal PairwiseDistance(double p, double eps, bool keepdim) : base(nameof(PairwiseDistance)) =>
        (norm, this.eps, keep_dim) = (p, eps, keepdim);

    /// <summary>p.</summary>
    public double norm { get; set; }

    /// <summary>Added to each difference.</summary>
    public double eps { get; set; }

    /// <summary>Whether the last dimension stays, with size one.</summary>
    public bool keep_dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.pairwise_distance(input1, input2, norm, eps, keep_dim);
}
