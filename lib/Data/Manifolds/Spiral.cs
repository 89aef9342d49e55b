using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>An Archimedean spiral in the plane, r = θ / (2π · turns), from the centre out to radius 1.</summary>
public static class Spiral
{
    /// <summary>Points spread evenly along the spiral, plus noise.</summary>
    /// <param name="count">How many: N.</param>
    /// <param name="turns">How often it goes round.</param>
    /// <param name="noise">Standard deviation of the noise in each direction; the outer radius is 1.</param>
    /// <param name="seed">Another seed, other points.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <returns>Points (N, 2) and the arc length from the centre (N, 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count or the turns are not positive, or the noise is negative.</exception>
    public static ManifoldSample Sample(int count, double turns = 2, double noise = 0.02, long seed = 1, Device? device = null)
    {
        if (!(turns > 0) || double.IsInfinity(turns)) throw new ArgumentOutOfRangeException(nameof(turns), turns, "Expected more than no turn.");
        var scale = 1 / (2 * Math.PI * turns);
        var length = scale * Archimedes.Length(2 * Math.PI * turns);
        return ManifoldSample.Drawn(count, seed, noise, device, locate: random => [random.Uniform(0, length)], place: where =>
        {
            var angle = Archimedes.Angle(where[0] / scale);
            return [scale * angle * Math.Cos(angle), scale * angle * Math.Sin(angle)];
        });
    }
}
