using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>A circle in the plane: the simplest curve that no straight line follows.</summary>
public static class Ring
{
    /// <summary>Points (cos φ, sin φ) with φ uniform over [0, 2π), plus noise.</summary>
    /// <param name="count">How many: N.</param>
    /// <param name="noise">Standard deviation of the noise in each direction; the radius is 1.</param>
    /// <param name="seed">Another seed, other points.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <returns>Points (N, 2) and the angle φ in radians (N, 1), which is also the arc length.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive or the noise is negative.</exception>
    public static ManifoldSample Sample(int count, double noise = 0.05, long seed = 1, Device? device = null) => ManifoldSample.Drawn(
        count, seed, noise, device,
        locate: random => [random.Uniform(0, 2 * Math.PI)],
        place: where => [Math.Cos(where[0]), Math.Sin(where[0])]);
}
