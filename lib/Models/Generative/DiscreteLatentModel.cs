using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>p(x) = Σ_z p(z) p(x | z) with finitely many z and x: two tables, from which everything else is added up.</summary>
/// <remarks>
/// The latent-variable model of which nothing has to be estimated, and on which estimates can therefore be tried. Where z is several things, as the
/// colour, the size and the taste of an apple, each combination is one row. Bishop, "Pattern recognition and machine learning" (2006), §9.2.
/// Notebook 12.
/// </remarks>
public sealed class DiscreteLatentModel : IDisposable
{
    private const double Rounding = 1e-9;

    /// <summary>A model with these tables, of which it keeps copies in double precision.</summary>
    /// <param name="prior">p(z): (Z).</param>
    /// <param name="likelihood">p(x | z), one distribution a row: (Z, X).</param>
    /// <exception cref="ArgumentException">A shape is another, a probability is negative, or a distribution does not add up to 1.</exception>
    public DiscreteLatentModel(Tensor prior, Tensor likelihood)
    {
        likelihood.RequireMatrix(1);
        prior.Require([likelihood.shape[0]]);
        Prior = Distribution(prior, nameof(prior));
        Likelihood = Distribution(likelihood, nameof(likelihood));
    }

    /// <summary>p(z): (Z).</summary>
    public Tensor Prior { get; }

    /// <summary>p(x | z): (Z, X).</summary>
    public Tensor Likelihood { get; }

    /// <summary>p(x, z) = p(z) p(x | z): (Z, X).</summary>
    public Tensor Joint() => Prior.unsqueeze(1) * Likelihood;

    /// <summary>p(x) = Σ_z p(x, z), the evidence of each x: (X).</summary>
    public Tensor Evidence() => Joint().sum(dim: 0);

    /// <summary>p(z | x) = p(x, z) / p(x), by Bayes' rule: (Z).</summary>
    /// <param name="x">Which x, from 0.</param>
    /// <exception cref="ArgumentException">There is no such x, or its probability is 0, so that nothing follows from it.</exception>
    public Tensor Posterior(int x)
    {
        using var joint = Joint().select(1, Column(x));
        using var evidence = joint.sum();
        return evidence.ToDouble() > 0 ? joint / evidence : throw new ArgumentException($"{nameof(x)}: expected one of positive probability, got {x}, which never comes.", nameof(x));
    }

    /// <summary>z ~ p(z), then x ~ p(x | z): so many pairs.</summary>
    /// <exception cref="ArgumentException">The count is below 1.</exception>
    public DiscreteDraws Sample(int count, Generator random)
    {
        var z = Draw(Prior, [count.RequireSize()], random);
        using var rows = Likelihood.index_select(0, z);
        return new(z, multinomial(rows, 1, replacement: true, generator: random).squeeze(1));
    }

    /// <summary>z from p(z), or from any other distribution over the same z, int64 and in the shape wanted.</summary>
    /// <param name="distribution">Over z: (Z).</param>
    /// <param name="shape">Of the draws.</param>
    /// <param name="random">What decides them.</param>
    public static Tensor Draw(Tensor distribution, long[] shape, Generator random) =>
        multinomial(distribution, shape.Aggregate(1L, (all, size) => all * size), replacement: true, generator: random).reshape(shape);

    /// <summary>log 1/n Σᵢ p(x | zᵢ), the plain Monte Carlo estimate of log p(x), in nats: (…, n) → (…). The mean is that of p(x) if zᵢ ~ p(z).</summary>
    /// <param name="x">Which x, from 0.</param>
    /// <param name="z">n draws along the last axis, int64.</param>
    public Tensor LogEstimate(int x, Tensor z) => LogMean(Likelihood.log().select(1, Column(x))[z]);

    /// <summary>log 1/n Σᵢ p(x | zᵢ) p(zᵢ)/q(zᵢ), the importance weighted estimate, in nats: (…, n) → (…). The mean is that of p(x) if zᵢ ~ q, where q is nowhere 0 that p(x, z) is not.</summary>
    /// <param name="x">Which x, from 0.</param>
    /// <param name="z">n draws along the last axis, int64.</param>
    /// <param name="proposal">q(z): (Z).</param>
    public Tensor LogEstimate(int x, Tensor z, Tensor proposal) => LogMean((Likelihood.log().select(1, Column(x)) + (Prior / proposal.Require(Prior.shape)).log())[z]);

    /// <summary>log 1/n Σᵢ exp(lᵢ) over the last axis, by the log-sum-exp that takes the largest out first: (…, n) → (…).</summary>
    public static Tensor LogMean(Tensor logarithms) => logarithms.logsumexp(-1) - Math.Log(logarithms.shape[^1]);

    /// <summary>Disposes the tables.</summary>
    public void Dispose()
    {
        Prior.Dispose();
        Likelihood.Dispose();
    }

    private int Column(int x) => x >= 0 && x < Likelihood.shape[1] ? x
        : throw new ArgumentException($"{nameof(x)}: expected 0 to {Likelihood.shape[1] - 1}, got {x}.", nameof(x));

    private static Tensor Distribution(Tensor table, string name)
    {
        using var scope = NewDisposeScope();
        var copy = table.detach().to(float64, copy: true);
        var off = (copy.sum(dim: -1) - 1).abs().max().ToDouble();
        return copy.RequireProbabilities(name: name) is { } numbers && off < Rounding * copy.shape[^1] ? numbers.MoveToOuterDisposeScope()
            : throw new ArgumentException($"{name}: expected probabilities that add up to 1, got a sum that is off by {off:G3}.", name);
    }
}

/// <summary>Pairs drawn from a <see cref="DiscreteLatentModel"/>.</summary>
/// <param name="Z">The latent ones, int64: (N).</param>
/// <param name="X">What is seen, int64: (N).</param>
public sealed record DiscreteDraws(Tensor Z, Tensor X);
