namespace Workbook.Data;

/// <summary>A point of the plane, or the arrow to it; x to the right, y downwards.</summary>
internal readonly record struct Point(double X, double Y)
{
    public double Length => Math.Sqrt(X * X + Y * Y);

    /// <summary>The arrow of length one in this direction; that of no length stays so.</summary>
    public Point Unit => Length is var length and > 0 ? this * (1 / length) : this;

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor);

    /// <summary>Turned about the origin by an angle in radians, clockwise on the page.</summary>
    public Point Turned(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new(cos * X - sin * Y, sin * X + cos * Y);
    }
}
