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
    /// <exception cref="ArgumentException">There is no example, not one label each, or a score that is not a number.</exception>
    public static double Of(Tensor examples, Tensor labels, Func<Tensor, Tensor> scores)
    {
        var count = examples.shape[0];
        if (count == 0 || labels.dim() != 1 || labels.shape[0] != count)
            throw new ArgumentException($"{nameof(labels)}: expected one label for each of {count} examples, got ({string.Join(", ", labels.shape)}).", nameof(labels));
        using var scope = NewDisposeScope();
        return Rowwise.Map(examples, rows => Named(scores(rows)).argmax(1)).eq(labels).sum().ToInt64() / (double)count;
    }

    // The largest of numbers that are none would be some class, too.
    private static Tensor Named(Tensor scores) => !scores.isnan().any().ToBoolean() ? scores
        : throw new ArgumentException($"{nameof(scores)}: expected numbers, got some that are none: look for gaps in the data, or for a training that diverged.", nameof(scores));
}
