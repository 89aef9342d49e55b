using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What the two heads of a <see cref="SemiSupervisedAutoencoder"/> say about a batch.</summary>
/// <param name="Reconstruction">The parameters of p(x | u), as the likelihood reads them: (B, D).</param>
/// <param name="LabelLogits">The logits of p(y | u): (B, C).</param>
public sealed record SemiSupervisedOutput(Tensor Reconstruction, Tensor LabelLogits);
