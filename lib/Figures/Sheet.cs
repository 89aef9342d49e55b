using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>The sheet a figure is laid out on: size, margins, and the rectangle of every panel, in pixels first.</summary>
internal sealed class Sheet
{
    private const int Left = 62, Right = 24, Bottom = 54, LineOfLegend = 26, PanelTitle = 26, BetweenColumns = 66, BetweenRows = 62;

    /// <summary>What a slider and its buttons take below the axes.</summary>
    public const int SliderHeight = 84;

    private readonly Figure figure;
    private readonly int rows, columns, top, bottom;

    public Sheet(Figure figure)
    {
        this.figure = figure;
        columns = Math.Min(figure.Columns, figure.Panels.Length);
        rows = (figure.Panels.Length + columns - 1) / columns;
        var names = figure.Panels.SelectMany(panel => panel.Traces).Select(trace => trace.Name).OfType<string>().Distinct().ToArray();
        HasLegend = figure.Legend && names.Length > 0 && figure.Panels.Sum(panel => panel.Traces.Length) > 1;
        LegendAbove = names.Length <= 6 && names.Sum(name => name.Length + 6) < 70;
        top = (figure.Title is null ? 20 : 52) + (HasLegend && LegendAbove ? LineOfLegend : 0) + (HasPanelTitles ? PanelTitle : 0);
        bottom = (figure.Panels.All(panel => panel.X.Hidden && panel.X.Ticks.IsEmpty) ? 12 : Bottom) + Slider;
        (Width, Height) = figure.Size ?? NaturalSize();
    }

    public int Width { get; }
    public int Height { get; }
    public bool HasLegend { get; }

    /// <summary>More than one panel: each has its own title.</summary>
    public bool Several => figure.Panels.Length > 1;

    private bool LegendAbove { get; }
    private int Slider => figure.Frames is null ? 0 : SliderHeight;
    private bool HasPanelTitles => figure.Panels.Length > 1 && figure.Panels.Any(panel => panel.Title is not null);

    /// <summary>"" for the first panel, then "2", "3", …: how Plotly numbers axes.</summary>
    public static string Suffix(int place) => place == 0 ? "" : (place + 1).ToString();

    public JsonObject Margin() => new() { ["l"] = Left, ["r"] = Right, ["t"] = top, ["b"] = bottom };

    public JsonObject TitleOf(string text) => new()
    {
        ["text"] = text,
        ["font"] = new JsonObject { ["size"] = 18 },
        ["x"] = 0,
        ["xref"] = "paper",
        ["xanchor"] = "left",
        ["y"] = Series.Round(1 - 16.0 / Height),
        ["yanchor"] = "top",
    };

    public JsonObject Legend() => LegendAbove
        ? new() { ["orientation"] = "h", ["x"] = 0, ["y"] = Series.Round(1 + (HasPanelTitles ? PanelTitle : 4.0) / PlotHeight), ["yanchor"] = "bottom" }
        : new() { ["x"] = 1.02, ["y"] = 1, ["itemsizing"] = "constant" };

    /// <summary>The part of the plotting area that belongs to this panel, as fractions from its lower left corner.</summary>
    public (double Left, double Right, double Bottom, double Top) Domain(int place)
    {
        if (figure.Panels.Length == 1) return (0, 1, 0, 1);
        var (row, column) = (place / columns, place % columns);
        var (gapX, gapY) = (BetweenColumns / PlotWidth, (BetweenRows + (HasPanelTitles ? PanelTitle : 0)) / PlotHeight);
        var (width, height) = ((1 - gapX * (columns - 1)) / columns, (1 - gapY * (rows - 1)) / rows);
        var (left, high) = (column * (width + gapX), 1 - row * (height + gapY));
        return (Series.Round(left), Series.Round(left + width), Series.Round(high - height), Series.Round(high));
    }

    /// <summary>So many pixels as a part of the plotting area's height.</summary>
    public double Up(double pixels) => Series.Round(pixels / PlotHeight);

    private double PlotWidth => Width - Left - Right;
    private double PlotHeight => Height - top - bottom;

    private (int Width, int Height) NaturalSize()
    {
        if (figure.Panels.Length == 1) return (640, 400 + Slider);
        var width = Math.Clamp(columns * 320, 640, 960);
        var cell = columns == 1 ? 220 : Math.Clamp((width - Left - Right) / columns - 40, 160, 300);
        return (width, top + bottom + rows * cell + (rows - 1) * (BetweenRows + (HasPanelTitles ? PanelTitle : 0)));
    }
}
