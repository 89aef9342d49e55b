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
