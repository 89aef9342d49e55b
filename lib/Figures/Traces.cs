using Plotly.NET;
using Plotly.NET.TraceObjects;
using Thing = DynamicObj.DynamicObj;

namespace Workbook.Figures;

/// <summary>The kinds of things drawn.</summary>
internal enum Kind { Line, Quiver, Scatter, Bars, Histogram, Heatmap, Contours, Images, ParallelCoordinates }

/// <summary>What a trace says of itself, for its colour, common ranges and the summary in words.</summary>
internal static class Traces
{
    public static Kind KindOf(this Trace trace) => trace.type switch
    {
        "bar" => trace.Properties.ContainsKey("width") ? Kind.Histogram : Kind.Bars,
        "heatmap" => Kind.Heatmap,
        "contour" => Kind.Contours,
        "image" => Kind.Images,
        "parcoords" => Kind.ParallelCoordinates,
        _ => trace.Is("mode", "markers") ? Kind.Scatter : trace.Is("hoverinfo", "skip") ? Kind.Quiver : Kind.Line,
    };

    public static string Words(this Kind kind) => kind switch
    {
        Kind.Images => "image grid",
        Kind.ParallelCoordinates => "parallel coordinates",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string? Name(this Trace trace) => trace.Get<string>("name");
    public static bool IsBar(this Trace trace) => trace.type == "bar";

    /// <summary>The numbers of a trace: how many, and of what.</summary>
    public static (int Count, string Unit) Size(this Trace trace) => trace.KindOf() switch
    {
        Kind.Heatmap or Kind.Contours => (trace.Matrix().Length * trace.Matrix()[0].Length, $"cells ({trace.Matrix().Length} × {trace.Matrix()[0].Length})"),
        Kind.Images => (trace.Get<int[]>("meta")![0], $"images of {trace.Get<int[]>("meta")![1]} × {trace.Get<int[]>("meta")![2]}"),
        Kind.ParallelCoordinates => (trace.Get<Dimension[]>("dimensions")![0].Get<double?[]>("values")!.Length, "cases"),
        Kind.Quiver => (trace.Get<double?[]>("x")!.Length / Figure.ArrowPoints, "arrows"),
        Kind.Bars => (trace.Get<double?[]>("y")!.Length, "bars"),
        Kind.Histogram => (trace.Get<double?[]>("y")!.Length, "bins"),
        _ => (trace.Get<double?[]>("y")!.Length, "points"),
    };

    public static Extent Across(this Trace trace) => trace.KindOf() switch
    {
        Kind.Histogram => Wider(trace.Span("x"), (double)trace.Properties["width"] / 2),
        Kind.Bars => trace.Span("x").Padded(),
        Kind.Heatmap => new(-0.5, trace.Matrix()[0].Length - 0.5),
        _ => trace.Span("x"),
    };

    public static Extent Up(this Trace trace) => trace.KindOf() switch
    {
        Kind.Bars or Kind.Histogram => trace.Span("y").Or(new(0, 0)),
        Kind.Heatmap => new(-0.5, trace.Matrix().Length - 0.5),
        _ => trace.Span("y"),
    };

    /// <summary>What is shown by colour.</summary>
    public static Extent Values(this Trace trace) => trace.Get<double?[][]>("z") is { } rows ? Of(rows.SelectMany(row => row)) : trace.Get<Marker>("marker") is { } marker ? Span(marker, "color") : Extent.Empty;

    /// <summary>The scale of its colours; null if it has none.</summary>
    public static ColorBar? Scale(this Trace trace) => trace.Get<ColorBar>("colorbar") ?? trace.Get<Marker>("marker")?.Get<ColorBar>("colorbar") ?? trace.Get<Line>("line")?.Get<ColorBar>("colorbar");

    /// <summary>The one colour chosen for it; null if none is.</summary>
    public static string? Colour(this Trace trace) => trace.Get<Line>("line")?.Get<string>("color") ?? trace.Get<Marker>("marker")?.Get<string>("color");

    /// <summary>Whether it has one colour; a heatmap, an image or points coloured by a number have their own.</summary>
    public static bool TakesColour(this Trace trace) => trace.Scale() is null && trace.KindOf() is not (Kind.Images or Kind.ParallelCoordinates);

    /// <summary>All of it in one colour.</summary>
    public static void Paint(this Trace trace, string colour)
    {
        if (!trace.TakesColour()) return;
        if (trace.KindOf() is Kind.Line or Kind.Quiver) trace.Part<Line>("line").With(("color", colour));
        if (trace.KindOf() is not (Kind.Line or Kind.Quiver) || trace.Is("mode", "lines+markers")) trace.Part<Marker>("marker").With(("color", colour));
    }

    /// <summary>A part of a trace, made if it is not there.</summary>
    public static T Part<T>(this Trace trace, string name) where T : Thing, new()
    {
        var part = trace.Get<T>(name) ?? new T();
        trace.With((name, part));
        return part;
    }

    private static double?[][] Matrix(this Trace trace) => trace.Get<double?[][]>("z")!;
    private static Extent Span(this Thing thing, string name) => thing.Get<double?[]>(name) is { } numbers ? Of(numbers) : Extent.Empty;
    private static Extent Of(IEnumerable<double?> numbers) => Extent.Of(numbers.OfType<double>());
    private static Extent Wider(Extent extent, double margin) => new(extent.Low - margin, extent.High + margin);
}
