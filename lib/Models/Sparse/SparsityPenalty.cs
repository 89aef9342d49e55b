using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What a code pays for being on: a term beside the reconstruction, in nats per example.</summary>
/// <remarks>
/// Being open, it takes penalties of one's own: <c>record Mine : SparsityPenalty { public override Tensor Of(Tensor code) => … }</c>.
/// Olshausen and Field, "Emergence of simple-cell receptive field properties by learning a sparse code for natural images" (1996), for why
/// a code should be sparse. Notebook 04.
/// </remarks>
public abstract record SparsityPenalty
{
    /// <summary>The penalty of a batch of codes, averaged over the batch: (B, K) → a scalar.</summary>
    public abstract Tensor Of(Tensor code);

    private protected static double Weight(double weight, [CallerArgumentExpression(nameof(weight))] string name = "") =>
        weight >= 0 && double.IsFinite(weight) ? weight : throw new ArgumentException($"{name}: expected a number of 0 or more, got {weight}.", name);
}
