namespace Workbook.Data;

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
