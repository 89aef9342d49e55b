using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>The squared error of reconstructions, summed over the features of an example: in units of the data, squared.</summary>
public static class SquaredError
{
    /// <summary>‖x − x̂‖² of each example: (B, D) twice → (B).</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor PerExample(Tensor x, Tensor reconstruction) => x.shape.SequenceEqual(reconstruction.shape)
        ? (x.Real() - reconstruction.Real()).square().sum(dim: -1)
        : throw new ArgumentException($"{nameof(reconstruction)}: expected ({string.Join(", ", x.shape)}), got ({string.Join(", ", reconstruction.shape)}).", nameof(reconstruction));

    /// <summary>⟨‖x − x̂‖²⟩ over a whole data set, some thousand examples at a time and without a graph.</summary>
    /// <param name="data">All examples: (N, D).</param>
    /// <param name="reconstruct">x → x̂: (B, D) → (B, D).</param>
    /// <exception cref="ArgumentException">There is no example, or a reconstruction has another shape.</exception>
    public static double Mean(Tensor data, Func<Tensor, Tensor> reconstruct)
    {
        if (data.shape[0] == 0) throw new ArgumentException($"{nameof(data)}: expected one example or more, got none.", nameof(data));
        using var scope = NewDisposeScope();
        return Rowwise.Map(data, x => PerExample(x, reconstruct(x))).mean([0], type: ScalarType.Float64).ToDouble();
    }
}
