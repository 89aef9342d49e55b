using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>The share of examples whose class was named rightly.</summary>
public static class Accuracy
{
    /// <summary>⟨1[argmax scores = y]⟩ over a data set, some thousand examples at a time and without a graph: in [0, 1].</summary>
    /// <param name="examples">Anything that scores can be given: (N, …).</param>
    /// <param name="labels">y, int64: (N).</param>
    /// <param name="scores">Logits, probabilities or their logarithms: (B, …) → (B, C).</param>
    /// <exception cref="ArgumentException">There is no example, or not one label each.</exception>
    public static double Of(Tensor examples, Tensor labels, Func<Tensor, Tensor> scores)
    {
        var count = examples.shape[0];
        if (count == 0 || labels.dim() != 1 || labels.shape[0] != count)
            throw new ArgumentException($"{nameof(labels)}: expected one label for each of {count} examples, got ({string.Join(", ", labels.shape)}).", nameof(labels));
        using var scope = NewDisposeScope();
        return Rowwise.Map(examples, rows => scores(rows).argmax(1)).eq(labels).sum().ToInt64() / (double)count;
    }
}
