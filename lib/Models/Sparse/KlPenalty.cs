using static TorchSharp.torch;

namespace Workbook.Models;

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
        (Rho, Beta) = (target, Weight(weight));
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
        if (code.device_type == TorchSharp.DeviceType.CPU) code.detach().RequireProbabilities(nameof(code));
        return Beta * Divergence(code.mean([0])).sum();
    }

    /// <summary>KL(ρ ‖ ρ̂) of each unit, in nats: (K) → (K).</summary>
    /// <param name="activation">ρ̂, mean activations in [0, 1].</param>
    public Tensor Divergence(Tensor activation)
    {
        var mean = activation.clamp(Least, 1 - Least);
        var negativeEntropy = Rho * Math.Log(Rho) + (1 - Rho) * Math.Log(1 - Rho);
        return negativeEntropy - Rho * mean.log() - (1 - Rho) * (1 - mean).log();
    }
}
