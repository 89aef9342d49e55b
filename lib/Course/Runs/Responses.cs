using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What units answer to many pictures.</summary>
public static class Responses
{
    private const int Rows = 512;

    /// <summary>f of all rows, some hundred at a time and without a graph: (N, …) → (N, …).</summary>
    /// <param name="x">Pictures, or what a block below gives.</param>
    /// <param name="units">f, of each row by itself.</param>
    public static Tensor Of(Tensor x, Func<Tensor, Tensor> units)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var parts = new List<Tensor>();
        for (long start = 0; start < x.shape[0]; start += Rows) parts.Add(units(x.narrow(0, start, Math.Min(Rows, x.shape[0] - start))));
        return cat(parts).MoveToOuterDisposeScope();
    }
}
