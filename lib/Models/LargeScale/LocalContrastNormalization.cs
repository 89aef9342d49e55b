using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Local contrast normalisation: g = h − Σ G h, then y = g / max(c, √(Σ G g²)), sums over a window and over all maps.</summary>
/// <remarks>
/// G is a Gaussian window whose weights sum to 1 over the window and the maps; at the border over what lies inside, so that a constant
/// gives 0 there too. A brighter picture gives the same g, and more contrast the same y as long as the root exceeds c.
/// Jarrett, Kavukcuoglu, Ranzato and LeCun, "What is the best multi-stage architecture for object recognition?" (ICCV 2009), §2.1;
/// Le et al. (ICML 2012), the third sublayer, with c = 0.01. Notebook 08.
/// </remarks>
public sealed record LocalContrastNormalization
{
    /// <summary>A normalisation with this window.</summary>
    /// <param name="size">Rows and columns of the window, odd; its deviation is a quarter of that.</param>
    /// <param name="floor">c, above 0: contrast below it is not raised to one.</param>
    /// <exception cref="ArgumentException">The window is not odd or the floor not above 0.</exception>
    public LocalContrastNormalization(int size, double floor = 0.01)
    {
        if (size < 1 || size % 2 == 0) throw new ArgumentException($"{nameof(size)}: expected an odd number, so that the window has a middle, got {size}.", nameof(size));
        if (!(floor > 0)) throw new ArgumentException($"{nameof(floor)}: expected a number above 0, got {floor}.", nameof(floor));
        (Size, Floor) = (size, floor);
    }

    /// <summary>Rows, and columns, of the window.</summary>
    public int Size { get; }

    /// <summary>c, the least contrast that is divided by.</summary>
    public double Floor { get; }

    /// <summary>y, subtracted and divided: (B, M, H, W) → the same shape.</summary>
    public Tensor Apply(Tensor h) => Divided(Subtracted(h));

    /// <summary>g = h − Σ G h, the subtractive half: (B, M, H, W) → the same shape.</summary>
    public Tensor Subtracted(Tensor h) => h - Blurred(h.Require([-1, -1, -1, -1]));

    /// <summary>y = g / max(c, √(Σ G g²)), the divisive half: (B, M, H, W) → the same shape.</summary>
    public Tensor Divided(Tensor g) => g / Blurred(g.Require([-1, -1, -1, -1]).square()).clamp(min: Floor * Floor).sqrt();

    /// <summary>Σ G h: (B, M, H, W) → (B, 1, H, W).</summary>
    private Tensor Blurred(Tensor h)
    {
        using var window = Window(h);
        using var inside = functional.conv2d(ones([1, 1, h.shape[2], h.shape[3]], dtype: h.dtype, device: h.device), window, padding: [Size / 2, Size / 2]);
        return functional.conv2d(h.mean([1], keepdim: true), window, padding: [Size / 2, Size / 2]) / inside;
    }

    private Tensor Window(Tensor like)
    {
        using var scope = NewDisposeScope();
        var offset = arange(Size, dtype: like.dtype, device: like.device) - Size / 2;
        var profile = (-offset.square() / (2 * Size / 4.0 * Size / 4.0)).exp();
        return profile.outer(profile).reshape(1, 1, Size, Size).MoveToOuterDisposeScope();
    }
}
