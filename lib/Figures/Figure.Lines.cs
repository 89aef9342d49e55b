using System.Numerics;
using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <content>Curves: one number as a function of another.</content>
public sealed partial record Figure
{
    /// <summary>A line through (0, y₀), (1, y₁), …</summary>
    /// <exception cref="ArgumentException"><paramref name="y"/> is empty.</exception>
    public static Figure Line<T>(IEnumerable<T> y) where T : INumber<T>
    {
        var vertical = Series.Of(y, nameof(y));
        return Line(Series.Count0(vertical.Count), vertical);
    }

    /// <summary>A line through (x₀, y₀), (x₁, y₁), … in the order given; a NaN interrupts it.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y) where TX : INumber<TX> where TY : INumber<TY>
    {
        var (horizontal, vertical) = Pair(x, y);
        return Line(horizontal, vertical);
    }

    /// <summary>The curve of a function between two places, through <paramref name="points"/> equidistant points.</summary>
    public static Figure Curve(Func<double, double> function, double from, double to, int points = 201)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!(from < to)) throw new ArgumentException($"from must lie below to: from is {from}, to is {to}.", nameof(from));
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var places = Enumerable.Range(0, points).Select(i => from + (to - from) * i / (points - 1)).ToArray();
        return Line(Series.Of(places), Series.Of([.. places.Select(function)]));
    }

    /// <summary>The area between two curves over x: a spread, a confidence.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Band<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> low, IEnumerable<TY> high) where TX : INumber<TX> where TY : INumber<TY>
    {
        var (places, lower, upper) = (Series.Of(x, nameof(x)), Series.Of(low, nameof(low)), Series.Of(high, nameof(high)));
        places.MustMatch(lower, nameof(x), nameof(low));
        places.MustMatch(upper, nameof(x), nameof(high));
        var there = Enumerable.Range(0, places.Count).ToArray();
        var back = there.Reverse().ToArray();
        var outline = Series.Of([.. places.Values, .. places.At(back).Values]);
        var border = Series.Of([.. lower.Values, .. upper.At(back).Values]);
        var trace = Plane("band", outline, border, places.Count, new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["line"] = new JsonObject { ["width"] = 0 },
            ["fill"] = "toself",
            ["opacity"] = 0.3,
            ["hoverinfo"] = "skip",
        });
        return new(new Panel([trace]));
    }

    /// <summary>Arrows from (x, y) to (x, y) + scale·(u, v): a vector field. Plotly's own arrows are too young for many front ends, so these are lines.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Quiver<T>(IEnumerable<T> x, IEnumerable<T> y, IEnumerable<T> u, IEnumerable<T> v, double scale = 1) where T : INumber<T>
    {
        var (tailX, tailY) = Pair(x, y);
        var (alongX, alongY) = (Series.Of(u, nameof(u)), Series.Of(v, nameof(v)));
        tailX.MustMatch(alongX, nameof(x), nameof(u));
        tailX.MustMatch(alongY, nameof(x), nameof(v));
        var (lineX, lineY) = (new List<double>(), new List<double>());
        for (var i = 0; i < tailX.Count; i++)
            Arrow(tailX[i], tailY[i], scale * alongX[i], scale * alongY[i], lineX, lineY);
        var trace = Plane("quiver", Series.Of([.. lineX]), Series.Of([.. lineY]), tailX.Count, new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["line"] = new JsonObject { ["width"] = 1.5 },
            ["hoverinfo"] = "skip",
        });
        return new(new Panel([trace with { Unit = "arrows" }]) { EqualAspect = true });
    }

    private static void Arrow(double x, double y, double u, double v, List<double> lineX, List<double> lineY)
    {
        const double head = 0.3, slope = 0.4;           // the head's length and half its width, as parts of the arrow and of the head
        var (tipX, tipY) = (x + u, y + v);
        var (backX, backY) = (tipX - head * u, tipY - head * v);
        var (sideX, sideY) = (-head * slope * v, head * slope * u);
        lineX.AddRange([x, tipX, double.NaN, backX + sideX, tipX, backX - sideX, double.NaN]);
        lineY.AddRange([y, tipY, double.NaN, backY + sideY, tipY, backY - sideY, double.NaN]);
    }

    private static Figure Line(Series x, Series y) => new(new Panel([Plane("line", x, y, x.Count, new() { ["type"] = "scatter", ["mode"] = "lines" })]));

    private static Trace Plane(string kind, Series x, Series y, int count, JsonObject json)
    {
        json["x"] = x.ToJson();
        json["y"] = y.ToJson();
        return new(kind, json) { Count = count, X = x.Extent, Y = y.Extent };
    }

    private static (Series X, Series Y) Pair<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y) where TX : INumber<TX> where TY : INumber<TY>
    {
        var (horizontal, vertical) = (Series.Of(x, nameof(x)), Series.Of(y, nameof(y)));
        horizontal.MustMatch(vertical, nameof(x), nameof(y));
        return (horizontal, vertical);
    }
}
