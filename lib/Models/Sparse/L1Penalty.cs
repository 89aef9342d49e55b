using static TorchSharp.torch;

namespace Workbook.Models;

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
    public L1Penalty(double weight) => Lambda = Weight(weight);

    /// <summary>λ, in nats per unit of code.</summary>
    public double Lambda { get; }

    /// <inheritdoc/>
    public override Tensor Of(Tensor code) => Lambda * code.Require([-1, -1]).abs().sum(dim: -1).mean();
}
