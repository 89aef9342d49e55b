using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The direction in which contrastive divergence moves each parameter; times ε it is Δw of the paper.</summary>
/// <param name="Weight">⟨h vᵀ⟩ of the data − ⟨h vᵀ⟩ of the reconstructions: (K, D).</param>
/// <param name="HiddenBias">The same of h: (K).</param>
/// <param name="VisibleBias">The same of v: (D).</param>
public sealed record RbmUpdate(Tensor Weight, Tensor HiddenBias, Tensor VisibleBias);
