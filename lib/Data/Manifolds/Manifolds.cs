using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Points near a curve or surface, and the truth: where on it each point lies.</summary>
/// <param name="Points">float32: (N, D).</param>
/// <param name="Coordinates">Position on the curve or surface, float32: (N, K) with K its dimension.</param>
public sealed record ManifoldSample(Tensor Points, Tensor Coordinates) : IDisposable
{
    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Points.Dispose();
        Coordinates.Dispose();
    }

    /// <summary>Draws the points one by one, each from a stream of its own; every coordinate of a point gets Gaussian noise.</summary>
    internal static ManifoldSample Drawn(
        int count, long seed, double noise, Device? device, Func<SplitMix, double[]> locate, Func<double[], double[]> place)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!(noise >= 0) || double.IsInfinity(noise)) throw new ArgumentOutOfRangeException(nameof(noise), noise, "Expected a standard deviation of 0 or more.");
        var (points, coordinates) = (new List<float>(), new List<float>());
        for (var i = 0; i < count; i++)
        {
            var where = locate(new SplitMix(seed, 2L * i));
            var random = new SplitMix(seed, 2L * i + 1);
            coordinates.AddRange(where.Select(value => (float)value));
            foreach (var value in place(where)) points.Add((float)(value + noise * random.Normal(0, 1)));
        }
        return new(
            tensor(points.ToArray(), [count, points.Count / count], device: device),
            tensor(coordinates.ToArray(), [count, coordinates.Count / count], device: device));
    }
}

/// <summary>The spiral r = θ: its arc length from the centre, and the angle at which a length is reached.</summary>
internal static class Archimedes
{
    /// <summary>s(θ) = ½ (θ √(1 + θ²) + arsinh θ).</summary>
    public static double Length(double angle) => 0.5 * (angle * Math.Sqrt(1 + angle * angle) + Math.Asinh(angle));

    /// <summary>The θ ≥ 0 with s(θ) = length, by Newton's method: s′(θ) = √(1 + θ²).</summary>
    public static double Angle(double length)
    {
        var angle = Math.Sqrt(2 * length);                  // never below the root, and s is convex: the steps go down to it
        for (var step = double.MaxValue; Math.Abs(step) > 1e-12 * (1 + angle); angle -= step)
            step = (Length(angle) - length) / Math.Sqrt(1 + angle * angle);
        return angle;
    }
}

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
