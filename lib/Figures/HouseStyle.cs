using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Workbook.Figures;

/// <summary>How every figure looks: fonts a lecture hall can read, a light grid, the palette, hover text without stray digits.</summary>
internal static class HouseStyle
{
    private const string Fonts = "Inter, 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif";

    /// <summary>The part of the layout that is the same for all figures, instead of Plotly.NET's own of eight kilobytes.</summary>
    public static Template Template() => new Template().With(
        ("data", new Layout().With(("scatter", new[] { new Trace2D("scatter").With(("marker", new Marker().With(("line", new Line().With(("width", 0.5), ("color", "#FFFFFF")))))) }))),
        ("layout", new Layout().With(
            ("font", new Font().With(("family", Fonts), ("size", 14), ("color", Palette.Ink))),
            ("paper_bgcolor", "#FFFFFF"),
            ("plot_bgcolor", "#FFFFFF"),
            ("hoverlabel", new Hoverlabel().With(("align", "left"), ("font", new Font().With(("size", 13))))),
            ("hovermode", "closest"),
            ("xaxis", Axis()),
            ("yaxis", Axis()))));

    /// <summary>Configuration of plotly.js: only the buttons for zooming and saving; none that would send the figure to a server.</summary>
    public static Config Config() => new Config().With(("displaylogo", false), ("plotlyServerURL", ""), ("modeBarButtonsToRemove", new[] { "sendChartToCloud", "lasso2d", "select2d", "autoScale2d" }));

    /// <summary>A slim colour scale with its meaning written along it.</summary>
    public static ColorBar ColourBar(string? label) => new ColorBar().With(
        ("thickness", 14), ("outlinewidth", 0), ("tickformat", "~g"), ("title", label is null ? null : new Title().With(("text", label), ("side", "right"))));

    private static LinearAxis Axis() => new LinearAxis().With(
        ("automargin", true),
        ("gridcolor", Palette.Grid),
        ("zeroline", false),
        ("showline", true),
        ("linecolor", Palette.Remark),
        ("ticks", "outside"),
        ("tickcolor", Palette.Remark),
        ("hoverformat", ".4~g"),
        ("title", new Title().With(("standoff", 8))));
}
