using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>E_q[−log p(x | z)] + γ |KL(q(z | x) ‖ p(z)) − C|: the code gets a budget of C nats instead of a price.</summary>
/// <remarks>Burgess et al., "Understanding disentangling in β-VAE" (2018), arXiv:1804.03599, eq. 8; there C rises while it learns. The absolute value
/// is that of the batch's mean. Notebook 16.</remarks>
/// <param name="Gamma">γ, 0 or more: large enough that the budget is kept.</param>
/// <param name="Capacity">C in nats, 0 or more.</param>
public sealed record CapacityObjective(double Gamma, double Capacity) : IVaeObjective
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">γ or C is negative.</exception>
    public LossTerms Loss(GaussianVae model, Tensor x, Generator random)
    {
        Gamma.RequireNonNegative();
        Capacity.RequireNonNegative();
        var terms = model.Loss(x, random);
        return new(("reconstruction", terms["reconstruction"]), ("off budget", Gamma * (terms["divergence"] - Capacity).abs()));
    }
}
