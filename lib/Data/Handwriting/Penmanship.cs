using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>What can be measured of a hand without knowing who wrote: how far its ink leans, and how much there is.</summary>
/// <remarks>
/// Both depend on the digit too, as a 7 leans of itself: compare pictures of one digit. They are moments of the ink, those by which digits are set upright in
/// LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition" (1998). Notebook 15.
/// </remarks>
public static class Penmanship
{
    /// <summary>−cov(row, column) / var(row) of the ink, the tangent of its angle to the vertical, positive to the right: (N, side²) → (N); not a number where there is no ink.</summary>
    public static Tensor Slant(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        var ink = Square(pictures);                                                 // (N, S, S)
        var places = arange(ink.shape[1], dtype: ink.dtype, device: ink.device);
        var mass = ink.sum([1, 2], keepdim: true);
        var row = places.reshape(-1, 1) - Mean(places.reshape(-1, 1));              // (N, S, 1): from the middle of the ink
        var column = places.reshape(1, -1) - Mean(places.reshape(1, -1));           // (N, 1, S)
        return (-(ink * row * column).sum([1, 2]) / (ink * row * row).sum([1, 2])).MoveToOuterDisposeScope();

        Tensor Mean(Tensor place) => (ink * place).sum([1, 2], keepdim: true) / mass;
    }

    /// <summary>The sum of all ink, in pixels: (N, side²) → (N). A wider pen leaves more.</summary>
    public static Tensor Ink(Tensor pictures) => pictures.sum(dim: -1);

    private static Tensor Square(Tensor pictures)
    {
        var side = pictures.dim() == 2 ? (long)Math.Round(Math.Sqrt(pictures.shape[1])) : 0;
        return side > 0 && side * side == pictures.shape[1] ? pictures.reshape(-1, side, side)
            : throw new ArgumentException($"{nameof(pictures)}: expected (N, side²), got ({string.Join(", ", pictures.shape)}).", nameof(pictures));
    }
}
