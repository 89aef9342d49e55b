using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A penalty on the activity of a code: a term beside the reconstruction, in nats per example.</summary>
/// <remarks>
/// Being open, it takes penalties of one's own: <c>record Mine : SparsityPenalty { public override Tensor Of(Tensor code) => … }</c>.
/// Olshausen and Field, "Emergence of simple-cell receptive field properties by learning a sparse code for natural images" (1996), for why
/// a code should be sparse. Notebook 04.
/// </remarks>
public abstract record SparsityPenalty
{
    /// <summary>The penalty of a batch of codes, averaged over the batch: (B, K) → a scalar.</summary>
    public abstract Tensor Of(Tensor code);
}

/// <summary>λ ⟨Σᵢ |uᵢ|⟩: every unit pays the same price for each step away from zero, however near it is, so many stop at zero.</summary>
/// <remarks>
/// Up to K log(2/λ), −log p(u) of a Laplace prior of scale 1/λ. Tibshirani, "Regression shrinkage and selection via the lasso" (1996), §3.
/// Without a bound on the decoder's weights it can be evaded: halve u, double W₂. Notebook 04.
/// </remarks>
public sealed record L1Penalty : SparsityPenalty
{
    /// <summary>A penalty of this weight.</summary>
    /// <param name="weight">λ, 0 or more, in nats per unit of code; 0 is no penalty.</param>
    /// <exception cref="ArgumentException">It is not such a number.</exception>
    public L1Penalty(double weight) => Lambda = weight.RequireNonNegative();

    /// <summary>λ, in nats per unit of code.</summary>
    public double Lambda { get; }

    /// <inheritdoc/>
    public override Tensor Of(Tensor code) => Lambda * code.Require([-1, -1]).abs().sum(dim: -1).mean();
}

/// <summary>λ ⟨Σᵢ uᵢ²⟩: the price falls as a unit nears zero, so units grow small and seldom reach it.</summary>
/// <remarks>Up to ½ K log(π/λ), −log p(u) of a Gaussian prior of variance 1/(2λ). Hoerl and Kennard, "Ridge regression: biased estimation for
/// nonorthogonal problems" (1970), for the same term on weights. Notebook 04.</remarks>
public sealed record L2Penalty : SparsityPenalty
{
    /// <summary>A penalty of this weight.</summary>
    /// <param name="weight">λ, 0 or more, in nats per squared unit of code; 0 is no penalty.</param>
    /// <exception cref="ArgumentException">It is not such a number.</exception>
    public L2Penalty(double weight) => Lambda = weight.RequireNonNegative();

    /// <summary>λ, in nats per squared unit of code.</summary>
    public double Lambda { get; }

    /// <inheritdoc/>
    public override Tensor Of(Tensor code) => Lambda * code.Require([-1, -1]).square().sum(dim: -1).mean();
}

/// <summary>β Σⱼ KL(ρ ‖ ρ̂ⱼ), where ρ̂ⱼ is the mean activation of unit j over the batch and
/// KL(ρ ‖ ρ̂) = ρ log(ρ/ρ̂) + (1 − ρ) log((1 − ρ)/(1 − ρ̂)).</summary>
/// <remarks>
/// Zero where every unit is on for a share ρ of the examples, whichever those are. It looks at whole batches, so small ones blur it.
/// Lee, Ekanadham and Ng, "Sparse deep belief net model for visual area V2" (2007), for a target activation; Ng, "Sparse autoencoder",
/// CS294A lecture notes (2011), §3, for this form. Notebook 04.
/// </remarks>
public sealed record KlPenalty : SparsityPenalty
{
    private const double Least = 1e-6;                                              // ρ̂ stays this far from 0 and 1, where log ends

    /// <summary>A penalty with this target.</summary>
    /// <param name="target">ρ, the mean activation wanted of every unit, strictly between 0 and 1.</param>
    /// <param name="weight">β, 0 or more, in nats per nat of divergence.</param>
    /// <exception cref="ArgumentException">A number lies outside its interval.</exception>
    public KlPenalty(double target, double weight)
    {
        if (target is not (> 0 and < 1)) throw new ArgumentException($"{nameof(target)}: expected ρ strictly between 0 and 1, got {target}.", nameof(target));
        (Rho, Beta) = (target, weight.RequireNonNegative());
    }

    /// <summary>ρ, the mean activation wanted.</summary>
    public double Rho { get; }

    /// <summary>β, in nats per nat of divergence.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A code is no matrix, or, on the CPU, lies outside [0, 1]: use sigmoid units.</exception>
    public override Tensor Of(Tensor code)
    {
        code.Require([-1, -1]);
        if (code.device_type == TorchSharp.DeviceType.CPU) code.detach().RequireProbabilities(name: nameof(code));
        return Beta * Divergence(code.mean([0])).sum();
    }

    /// <summary>KL(ρ ‖ ρ̂) of each unit, in nats: (K) → (K).</summary>
    /// <param name="activation">ρ̂, mean activations in [0, 1]. Within a millionth of an end they count as that far from it, and have no gradient: a unit that is off for every example is not called back.</param>
    public Tensor Divergence(Tensor activation)
    {
        var mean = activation.clamp(Least, 1 - Least);
        var negativeEntropy = Rho * Math.Log(Rho) + (1 - Rho) * Math.Log(1 - Rho);
        return negativeEntropy - Rho * mean.log() - (1 - Rho) * (1 - mean).log();
    }
}
