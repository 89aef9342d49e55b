using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Class number k with probability pₖ. Draws are not reparameterised: no gradient goes through them.</summary>
public sealed class Categorical : distributions.Distribution
{
    private readonly Tensor? given, givenLogits;
    private readonly long classes;

    /// <summary>Dice of these probabilities, or of these logits, along the last dimension; both are normalised.</summary>
    /// <exception cref="ArgumentException">Neither or both are given, or there is no dimension of classes.</exception>
    public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        if (probs is null == logits is null) throw new ArgumentException("Give either probs or logits, and not both.");
        var parameter = (probs ?? logits)!;
        if (parameter.dim() == 0) throw new ArgumentException("Expected a last dimension with one number for each class, got a single number.");
        using var scope = NewDisposeScope();
        if (probs is not null) given = Owned(probs / probs.sum(-1, keepdim: true));
        else givenLogits = Owned(logits! - logits!.logsumexp(-1, keepdim: true));
        classes = parameter.shape[^1];
        batch_shape = parameter.shape[..^1];
    }

    /// <summary>The probabilities: (…, classes).</summary>
    public Tensor probs => given ?? nn.functional.softmax(givenLogits!, dim: -1);

    /// <summary>Their logarithms: (…, classes).</summary>
    public Tensor logits => givenLogits ?? LogitOf(given!, binary: false);

    /// <summary>The shape of the parameters: (batch shape, classes).</summary>
    public long[] param_shape => (given ?? givenLogits)!.shape;

    /// <summary>Not a number: classes have no mean.</summary>
    public override Tensor mean => full(ExtendedShape(), double.NaN, dtype: probs.dtype, device: probs.device);

    /// <summary>Not a number: classes have no variance.</summary>
    public override Tensor variance => mean;

    /// <inheritdoc/>
    public override Tensor mode => WrappedTensorDisposeScope(() => probs.argmax(-1));

    /// <summary>Class numbers, int64: (sample shape, batch shape).</summary>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var draws = sample_shape.Aggregate(1L, (product, size) => product * size);
        var drawn = multinomial(probs.reshape(-1, classes), draws, replacement: true, generator);          // (batch, draws)
        return drawn.t().reshape(ExtendedShape(sample_shape)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        using var scope = NewDisposeScope();
        var together = broadcast_tensors(value.to(ScalarType.Int64).unsqueeze(-1), logits);
        return together[1].gather(-1, together[0].narrow(-1, 0, 1)).squeeze(-1).MoveToOuterDisposeScope();
    }

    /// <summary>−Σ pₖ log pₖ.</summary>
    public override Tensor entropy()
    {
        using var scope = NewDisposeScope();
        var least = logits.dtype == ScalarType.Float64 ? double.MinValue : float.MinValue;
        return (-(logits.clamp(min: least) * probs).sum(-1)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
    {
        RequireNone(instance);
        long[] shape = [.. batch_shape, classes];
        return new Categorical(given?.expand(shape), givenLogits?.expand(shape), generator);
    }
}
