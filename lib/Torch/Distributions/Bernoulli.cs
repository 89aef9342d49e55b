using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>1 with probability p, else 0. Draws are not reparameterised: no gradient goes through them.</summary>
public sealed class Bernoulli : distributions.Distribution
{
    private readonly Tensor? given, givenLogits;

    /// <summary>Coins of these probabilities, or of these log-odds.</summary>
    /// <param name="p">The probabilities of 1.</param>
    /// <param name="l">Their log-odds.</param>
    /// <param name="generator">Where random numbers come from.</param>
    /// <exception cref="ArgumentException">Neither or both are given, or a probability is outside [0, 1].</exception>
    public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null) : base(generator)
    {
        if (p is null == l is null) throw new ArgumentException("Give either probs or logits, and not both.");
        if (p is not null) RequireProbabilities(p);
        (given, givenLogits) = (p is null ? null : Owned(p), l is null ? null : Owned(l));
        batch_shape = (p ?? l)!.shape;
    }

    internal static void RequireProbabilities(Tensor p)
    {
        using var scope = NewDisposeScope();
        if (p.ge(0).logical_and(p.le(1)).all().ToBoolean()) return;
        throw new ArgumentException($"probs: expected probabilities in [0, 1], got values from {p.min().ToDouble():g4} to {p.max().ToDouble():g4}.", nameof(p));
    }

    /// <summary>The probabilities of 1.</summary>
    public Tensor probs => given ?? givenLogits!.sigmoid();

    /// <summary>Their log-odds.</summary>
    public Tensor logits => givenLogits ?? LogitOf(given!, binary: true);

    /// <inheritdoc/>
    public override Tensor mean => probs;

    /// <summary>p (1 − p).</summary>
    public override Tensor variance => WrappedTensorDisposeScope(() => probs * (1 - probs));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return bernoulli(probs.expand(ExtendedShape(sample_shape)), generator).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        using var scope = NewDisposeScope();
        var together = broadcast_tensors(logits, value);
        return (-nn.functional.binary_cross_entropy_with_logits(together[0], together[1], reduction: nn.Reduction.None)).MoveToOuterDisposeScope();
    }

    /// <summary>−p log p − (1 − p) log(1 − p).</summary>
    public override Tensor entropy() => WrappedTensorDisposeScope(() =>
        nn.functional.binary_cross_entropy_with_logits(logits, probs, reduction: nn.Reduction.None));

    /// <inheritdoc/>
    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
    {
        RequireNone(instance);
        return new Bernoulli(given?.expand(batch_shape.Shape), givenLogits?.expand(batch_shape.Shape), generator);
    }
}
