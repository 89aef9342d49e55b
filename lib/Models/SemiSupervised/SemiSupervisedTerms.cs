using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The two terms of a semi-supervised autoencoder's loss, already weighted.</summary>
/// <param name="Reconstruction">α ⟨−log p(x | u)⟩, over all examples of the batch.</param>
/// <param name="Label">(1 − α) ⟨−log p(y | u)⟩, over the labelled ones; 0 when there is none.</param>
public sealed record SemiSupervisedTerms(Tensor Reconstruction, Tensor Label);
