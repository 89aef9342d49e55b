using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The two terms of a contractive autoencoder's loss, each a mean over the batch.</summary>
/// <param name="Reconstruction">⟨−log p(x | u)⟩, in nats per example.</param>
/// <param name="Contraction">λ ⟨‖J‖²_F⟩.</param>
public sealed record ContractiveTerms(Tensor Reconstruction, Tensor Contraction);
