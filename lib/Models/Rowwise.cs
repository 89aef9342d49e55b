using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A function of each row by itself, over more rows than fit in memory at once.</summary>
public static class Rowwise
{
    /// <summary>f of all rows, one block after another and without a graph: (N, …) → (N, …).</summary>
    /// <param name="x">One example a row: (N, …), N ≥ 1.</param>
    /// <param name="f">The function; what it gives for a row must not depend on the other rows.</param>
    /// <param name="block">Rows at a time. Default: 2,048.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static Tensor Map(Tensor x, Func<Tensor, Tensor> f, int block = 2048)
    {
        if (x.dim() == 0 || x.shape[0] == 0) throw new ArgumentException($"{nameof(x)}: expected one row or more, got ({string.Join(", ", x.shape)}).", nameof(x));
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var parts = new List<Tensor>();
        Each(x, block, rows => parts.Add(f(rows).MoveToOuterDisposeScope()));
        return cat(parts).MoveToOuterDisposeScope();
    }

    /// <summary>Does something with each block of rows in turn; the tensors it makes die with the block.</summary>
    /// <param name="x">One example a row: (N, …).</param>
    /// <param name="block">Rows at a time.</param>
    /// <param name="action">What is done, with a view of the rows.</param>
    public static void Each(Tensor x, int block, Action<Tensor> action)
    {
        for (long start = 0; start < x.shape[0]; start += block)
        {
            using var scope = NewDisposeScope();
            action(x.narrow(0, start, Math.Min(block, x.shape[0] - start)));
        }
    }
}
