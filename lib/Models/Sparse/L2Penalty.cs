using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>λ ⟨Σᵢ uᵢ²⟩: the price falls as a unit nears zero, so units grow small and seldom reach it.</summary>
/// <remarks>Up to ½ K log(π/λ), −log p(u) of a Gaussian prior of variance 1/(2λ). Hoerl and Kennard, "Ridge regression: biased estimation for
/// nonorthogonal problems" (1970), for the same term on weights. Notebook 04.</remarks>
public sealed record L2Penalty : SparsityPenalty
{
    /// <summary>A penalty of this weight.</summary>
    /// <param name="weight">λ, 0 or more, in nats per squared unit of code; 0 is no penalty.</param>
    /// <exception cref="ArgumentException">It is not such a number.</exception>
    public L2Penalty(double weight) => Lambda = Weight(weight);

    /// <summary>λ, in nats per squared unit of code.</summary>
    public double Lambda { get; }

    /// <inheritdoc/>
    public override Tensor Of(Tensor code) => Lambda * code.Require([-1, -1]).square().sum(dim: -1).mean();
}
