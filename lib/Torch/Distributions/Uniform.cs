using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>p(x) = 1 / (high − low) for low ≤ x &lt; high.</summary>
public sealed class Uniform : distributions.Distribution
{
    private readonly Tensor low, high;

    /// <summary>Uniform distributions between two bounds, broadcast together.</summary>
    public Uniform(Tensor low, Tensor high, Generator? generator = null) : base(generator)
    {
        using var scope = NewDisposeScope();
        var together = broadcast_tensors(low, high);
        (this.low, this.high) = (Owned(together[0]), Owned(together[1]));
        batch_shape = this.low.shape;
    }

    /// <inheritdoc/>
    public override Tensor mean => WrappedTensorDisposeScope(() => (high + low) / 2);

    /// <inheritdoc/>
    public override Tensor variance => WrappedTensorDisposeScope(() => (high - low).pow(2) / 12);

    /// <summary>low + u (high − low) with u drawn from U(0, 1).</summary>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var scope = NewDisposeScope();
        var u = rand(ExtendedShape(sample_shape), dtype: low.dtype, device: low.device, generator: generator);
        return (low + u * (high - low)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        value.ge(low).logical_and(value.lt(high)).to(low.dtype).log() - (high - low).log());

    /// <summary>log(high − low).</summary>
    public override Tensor entropy() => WrappedTensorDisposeScope(() => (high - low).log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => ((value - low) / (high - low)).clamp(0, 1));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => low + value * (high - low));

    /// <inheritdoc/>
    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
    {
        RequireNone(instance);
        return new Uniform(low.expand(batch_shape.Shape), high.expand(batch_shape.Shape), generator);
    }
}
