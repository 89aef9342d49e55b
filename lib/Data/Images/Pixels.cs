using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Checks pictures at the door, so that a wrong scale is found before training and not by a strange loss.</summary>
public static class Pixels
{
    private const double Rounding = 1e-6;

    /// <summary>Returns the pictures as they are if every pixel lies in [0, 1], or beyond by no more than a millionth, as rounding leaves it.</summary>
    /// <param name="images">Floating-point numbers of any shape.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A pixel is outside [0, 1] or not a number, or the numbers are not floating-point.</exception>
    public static Tensor Require(Tensor images, [CallerArgumentExpression(nameof(images))] string? name = null)
    {
        if (!images.is_floating_point()) throw new ArgumentException($"{name}: expected pixels as floating-point numbers in [0, 1], got {images.dtype}; bytes are divided by 255.", name);
        using var scope = NewDisposeScope();
        if (images.numel() == 0 || images.ge(-Rounding).logical_and(images.le(1 + Rounding)).all().item<bool>()) return images;
        var missing = images.isnan().sum().item<long>();
        if (missing > 0) throw new ArgumentException(FormattableString.Invariant($"{name}: expected pixels in [0, 1], got {missing:N0} of {images.numel():N0} that are not numbers."), name);
        var (low, high) = (images.min().to(ScalarType.Float64).item<double>(), images.max().to(ScalarType.Float64).item<double>());
        throw new ArgumentException(FormattableString.Invariant($"{name}: expected pixels in [0, 1], got {low:G4} to {high:G4}; bytes are divided by 255."), name);
    }
}
