using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>N(μ, σ²): p(x) = exp(−(x − μ)² / 2σ²) / (σ √2π).</summary>
public sealed class Normal : distributions.Distribution
{
    private readonly Tensor loc, scale;

    /// <summary>Normal distributions of mean <paramref name="loc"/> and standard deviation <paramref name="scale"/>, broadcast together.</summary>
    public Normal(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        using var scope = NewDisposeScope();
        var together = broadcast_tensors(loc, scale);
        (this.loc, this.scale) = (Owned(together[0]), Owned(together[1]));
        batch_shape = this.loc.shape;
    }

    /// <inheritdoc/>
    public override Tensor mean => loc;

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor stddev => scale;

    /// <inheritdoc/>
    public override Tensor variance => scale.pow(2);

    /// <summary>μ + σ ε with ε drawn from N(0, 1).</summary>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var scope = NewDisposeScope();
        var noise = empty(ExtendedShape(sample_shape), dtype: loc.dtype, device: loc.device).normal_(generator: generator);
        return (loc + noise * scale).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        -(value - loc).pow(2) / (2 * scale.pow(2)) - scale.log() - Math.Log(Math.Sqrt(2 * Math.PI)));

    /// <summary>½ + ½ log 2π + log σ.</summary>
    public override Tensor entropy() => WrappedTensorDisposeScope(() => 0.5 + 0.5 * Math.Log(2 * Math.PI) + scale.log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 0.5 * (1 + ((value - loc) / (scale * Math.Sqrt(2))).erf()));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => loc + scale * (2 * value - 1).erfinv() * Math.Sqrt(2));

    /// <inheritdoc/>
    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
    {
        RequireNone(instance);
        return new Normal(loc.expand(batch_shape.Shape), scale.expand(batch_shape.Shape), generator);
    }
}
