using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>The share of examples whose class was named rightly.</summary>
public static class Accuracy
{
    private const int Rows = 2048;

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
        using var _ = no_grad();
        var right = 0L;
        for (long start = 0; start < count; start += Rows)
        {
            using var scope = NewDisposeScope();
            var rows = Math.Min(Rows, count - start);
            right += scores(examples.narrow(0, start, rows)).argmax(1).eq(labels.narrow(0, start, rows)).sum().ToInt64();
        }
        return right / (double)count;
    }
}
