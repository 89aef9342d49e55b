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
        var (tailX, tailY) = Series.Pair(x, y);
        var (alongX, alongY) = Series.Pair(u, v, nameof(u), nameof(v));
        Series.MustMatch(nameof(x), tailX.Length, nameof(u), alongX.Length);
        var arrows = tailX.Select((_, i) => Arrow(tailX[i], tailY[i], scale * alongX[i], scale * alongY[i])).ToArray();
        var lines = Series.Pair(arrows.SelectMany(arrow => arrow.X), arrows.SelectMany(arrow => arrow.Y));
        return new(() => new Panel(new Trace2D("scatter").With(("mode", "lines"), ("x", lines.X), ("y", lines.Y), ("line", new Line().With(("width", 1.5))), ("hoverinfo", "skip"))).EqualAspect());
    }

    /// <summary>Points that draw one arrow: its shaft, a gap, its head, a gap.</summary>
    internal const int ArrowPoints = 7;

    private static (double[] X, double[] Y) Arrow(double? x, double? y, double? u, double? v)
    {
        const double head = 0.3, slope = 0.4;           // the head's length and half its width, as parts of the arrow and of the head
        var (tailX, tailY, tipX, tipY) = (Number(x), Number(y), Number(x + u), Number(y + v));
        var (alongX, alongY) = (head * (tipX - tailX), head * (tipY - tailY));
        return ([tailX, tipX, double.NaN, tipX - alongX - slope * alongY, tipX, tipX - alongX + slope * alongY, double.NaN],
            [tailY, tipY, double.NaN, tipY - alongY + slope * alongX, tipY, tipY - alongY - slope * alongX, double.NaN]);
        static double Number(double? value) => value ?? double.NaN;
    }

    private static Figure Line(double?[] x, double?[] y) => new(() => new Panel(new Trace2D("scatter").With(("mode", "lines"), ("x", x), ("y", y))));
}
