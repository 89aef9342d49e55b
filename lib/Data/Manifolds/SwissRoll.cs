using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>A rolled-up sheet in space: flat, yet points near each other in space may be far apart on it.</summary>
/// <remarks>Tenenbaum, de Silva and Langford, "A global geometric framework for nonlinear dimensionality reduction" (2000), Fig. 3.</remarks>
public static class SwissRoll
{
    /// <summary>The angles between which the sheet is rolled, in radians; its distance from the axis is equal to the angle.</summary>
    public const double From = 1.5 * Math.PI, To = 4.5 * Math.PI;

    /// <summary>Width of the sheet.</summary>
    public const double Height = 21;

    /// <summary>Points (θ cos θ, h, θ sin θ) spread evenly over the sheet, plus noise.</summary>
    /// <param name="count">How many: N.</param>
    /// <param name="noise">Standard deviation of the noise in each direction; the windings are 2π apart.</param>
    /// <param name="seed">Another seed, other points.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <returns>Points (N, 3), and the flat sheet (N, 2): arc length from the inner edge and h. Distances on the sheet are those along the roll.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive or the noise is negative.</exception>
    public static ManifoldSample Sample(int count, double noise = 0, long seed = 1, Device? device = null)
    {
        var start = Archimedes.Length(From);
        var length = Archimedes.Length(To) - start;
        return ManifoldSample.Drawn(
            count, seed, noise, device,
            locate: random => [random.Uniform(0, length), random.Uniform(0, Height)],
            place: where =>
            {
                var angle = Archimedes.Angle(start + where[0]);
                return [angle * Math.Cos(angle), where[1], angle * Math.Sin(angle)];
            });
    }
}
