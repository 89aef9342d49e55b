using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>L2 pooling: h = √(ε + Σ a²) over a window of each map. A feature that moves within the window leaves h as it is.</summary>
/// <remarks>
/// Hyvärinen, Hurri and Hoyer, "Natural Image Statistics" (2009), for the energy model; Le et al. (ICML 2012), the second sublayer. Notebook 08.
/// </remarks>
public sealed record L2Pooling
{
    /// <summary>Windows beside each other.</summary>
    /// <param name="size">Rows and columns of a window, and how far apart they lie.</param>
    /// <param name="epsilon">ε, above 0: keeps the slope of the root finite where nothing responds.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public L2Pooling(int size, double epsilon = 1e-4)
    {
        (Size, Epsilon) = (size.RequireSize(), epsilon.RequirePositive());
    }

    /// <summary>Rows, and columns, of a window.</summary>
    public int Size { get; }

    /// <summary>ε under the root.</summary>
    public double Epsilon { get; }

    /// <summary>Rows, and columns, of what comes out for maps of this side.</summary>
    /// <exception cref="ArgumentException">The windows do not fill the map: an odd side into windows of two.</exception>
    public int OutputSide(long side) => side % Size == 0
        ? (int)(side / Size)
        : throw new ArgumentException($"{nameof(side)}: expected a multiple of {Size}, the pooling window, got {side}.", nameof(side));

    /// <summary>h = √(ε + Σ a²): (B, M, s, s) → (B, M, s / size, s / size).</summary>
    /// <exception cref="ArgumentException">a is not (B, M, s, s), or the windows do not fill it.</exception>
    public Tensor Apply(Tensor a)
    {
        OutputSide(a.Require([-1, -1, -1, -1]).shape[2]);
        OutputSide(a.shape[3]);
        return (functional.avg_pool2d(a.square(), Size) * (Size * Size) + Epsilon).sqrt();
    }
}
