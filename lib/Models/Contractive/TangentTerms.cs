using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>The two terms of tangent propagation, each a mean over the batch.</summary>
/// <param name="Label">⟨−log p(y | x)⟩, in nats per example.</param>
/// <param name="Motion">β ⟨Σₜ ‖∂p/∂x · t‖²⟩: how far the answer moves along the tangents.</param>
public sealed record TangentTerms(Tensor Label, Tensor Motion);
