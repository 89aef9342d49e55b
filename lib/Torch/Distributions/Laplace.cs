using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>p(x) = exp(−|x − μ| / b) / 2b.</summary>
public sealed class Laplace : distributions.Distribution
{
    private readonly Tensor loc, scale;

    /// <summary>Laplace distributions of mean <paramref name="loc"/> and scale <paramref name="scale"/>, broadcast together.</summary>
    public Laplace(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
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
    public override Tensor stddev => scale * Math.Sqrt(2);

    /// <inheritdoc/>
    public override Tensor variance => WrappedTensorDisposeScope(() => 2 * scale.pow(2));

    /// <summary>μ − b sign(u) log(1 − |u|) with u drawn from U(−1, 1).</summary>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var scope = NewDisposeScope();
        var step = loc.dtype == ScalarType.Float64 ? Math.BitIncrement(1.0) - 1 : MathF.BitIncrement(1f) - 1;
        var u = empty(ExtendedShape(sample_shape), dtype: loc.dtype, device: loc.device).uniform_(step - 1, 1, generator);
        return (loc - scale * u.sign() * (-u.abs()).log1p()).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => -(2 * scale).log() - (value - loc).abs() / scale);

    /// <summary>1 + log 2b.</summary>
    public override Tensor entropy() => WrappedTensorDisposeScope(() => 1 + (2 * scale).log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() =>
        0.5 - 0.5 * (value - loc).sign() * (-(value - loc).abs() / scale).expm1());

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() =>
        loc - scale * (value - 0.5).sign() * (-2 * (value - 0.5).abs()).log1p());

    /// <inheritdoc/>
    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
    {
        RequireNone(instance);
        return new Laplace(loc.expand(batch_shape.Shape), scale.expand(batch_shape.Shape), generator);
    }
}
