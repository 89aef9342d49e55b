using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What a sparse autoencoder minimises, term by term: scalars, in nats per example.</summary>
/// <param name="Reconstruction">⟨−log p(x | u)⟩.</param>
/// <param name="Penalty">What the code pays.</param>
/// <param name="WeightDecay">½ κ (‖W₁‖² + ‖W₂‖²).</param>
public sealed record SparseTerms(Tensor Reconstruction, Tensor Penalty, Tensor WeightDecay)
{
    /// <summary>Their sum.</summary>
    public Tensor Total => Reconstruction + Penalty + WeightDecay;
}
