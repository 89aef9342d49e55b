using System.Numerics;
using Plotly.NET;

namespace Workbook.Figures;

/// <content>Curves: one number as a function of another.</content>
public sealed partial record Figure
{
    /// <summary>A line through (0, y₀), (1, y₁), …</summary>
    /// <exception cref="ArgumentException"><paramref name="y"/> is empty.</exception>
    public static Figure Line<T>(IEnumerable<T> y) where T : INumber<T>
    {
        var vertical = Series.Of(y, nameof(y));
        return Line([.. vertical.Select((_, place) => (double?)place)], vertical);
    }

    /// <summary>A line through (x₀, y₀), (x₁, y₁), … in the order given; a NaN interrupts it.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y) where TX : INumber<TX> where TY : INumber<TY>
    {
        var (horizontal, vertical) = Series.Pair(x, y);
        return Line(horizontal, vertical);
    }

    /// <summary>The curve of a function between two places, through <paramref name="points"/> equidistant points.</summary>
    public static Figure Curve(Func<double, double> function, double from, double to, int points = 201)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!(from < to)) throw new ArgumentException($"from must lie below to: from is {from}, to is {to}.", nameof(from));
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        double[] places = [.. Enumerable.Range(0, points).Select(i => from + (to - from) * i / (points - 1))];
        return Line(places, places.Select(function));
    }

    /// <summary>Arrows from (x, y) to (x, y) + scale·(u, v): a vector field. Plotly's own arrows are too young for many front ends, so these are lines.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Quiver<T>(IEnumerable<T> x, IEnumerable<T> y, IEnumerable<T> u, IEnumerable<T> v, double scale = 1) where T : INumber<T>
    {
        var (tailX, tailY, alongX, alongY) = (Series.Numbers(x, nameof(x)), Series.Numbers(y, nameof(y)), Series.Numbers(u, nameof(u)), Series.Numbers(v, nameof(v)));
        foreach (var (name, numbers) in new[] { (nameof(y), tailY), (nameof(u), alongX), (nameof(v), alongY) }) Series.MustMatch(nameof(x), tailX.Length, name, numbers.Length);
        var arrows = tailX.Select((_, i) => Arrow(tailX[i], tailY[i], scale * alongX[i], scale * alongY[i])).ToArray();
        var lines = Series.Pair(arrows.SelectMany(arrow => arrow.X), arrows.SelectMany(arrow => arrow.Y));
        return new(() => new Panel(new Trace2D("scatter").With(("mode", "lines"), ("x", lines.X), ("y", lines.Y), ("line", new Line().With(("width", 1.5))), ("hoverinfo", "skip"))).EqualAspect());
    }

    /// <summary>Points that draw one arrow: its shaft, a gap, its head, a gap.</summary>
    internal const int ArrowPoints = 7;

    private static (double[] X, double[] Y) Arrow(double x, double y, double u, double v)
    {
        const double head = 0.3, slope = 0.4;           // the head's length and half its width, as parts of the arrow and of the head
        var (tipX, tipY) = (x + u, y + v);
        var (backX, backY) = (tipX - head * u, tipY - head * v);
        var (sideX, sideY) = (-head * slope * v, head * slope * u);
        return ([x, tipX, double.NaN, backX + sideX, tipX, backX - sideX, double.NaN], [y, tipY, double.NaN, backY + sideY, tipY, backY - sideY, double.NaN]);
    }

    private static Figure Line(double?[] x, double?[] y) => new(() => new Panel(new Trace2D("scatter").With(("mode", "lines"), ("x", x), ("y", y))));
}
