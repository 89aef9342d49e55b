using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>One way through a layer: x → a(Wx + b).</summary>
/// <param name="Weight">W: (outputs, inputs).</param>
/// <param name="Bias">b: (outputs).</param>
/// <param name="Activation">a.</param>
public sealed record LayerWeights(Tensor Weight, Tensor Bias, Activation Activation)
{
    /// <summary>Wx + b: (B, inputs) → (B, outputs).</summary>
    /// <exception cref="ArgumentException">x is not (B, inputs).</exception>
    public Tensor Affine(Tensor x) => functional.linear(x.Require([-1, Weight.shape[1]]), Weight, Bias);

    /// <summary>a(Wx + b): (B, inputs) → (B, outputs).</summary>
    /// <exception cref="ArgumentException">x is not (B, inputs).</exception>
    public Tensor Apply(Tensor x) => Activation.Apply(Affine(x));
}
