using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The two terms that a block minimises, each a scalar: sums over features, means over the batch.</summary>
/// <param name="Reconstruction">‖WᵀW x − x‖².</param>
/// <param name="Sparsity">λ Σ √(ε + Σ a²), the sum of all pooling units, weighted.</param>
public sealed record RicaTerms(Tensor Reconstruction, Tensor Sparsity);
