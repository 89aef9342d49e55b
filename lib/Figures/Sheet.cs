using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>The sheet a figure is laid out on: size, margins, and the rectangle of every panel, in pixels first.</summary>
internal sealed class Sheet
{
    private const int Left = 62, Right = 24, RightOfScale = 78, Bottom = 54, TitleLine = 24, LineOfLegend = 26, PanelTitle = 26, BetweenColumns = 70, Scale = 46, BetweenRows = 62;
    private const double TitleLetter = 9.5;          // the mean width of a letter of the title's font

    /// <summary>What a slider and its buttons take below the axes.</summary>
    public const int SliderHeight = 84;

    private readonly Figure figure;
    private readonly int rows, columns, left, right, top, bottom, between;
    private readonly string? title;

    public Sheet(Figure figure)
    {
        this.figure = figure;
        columns = Math.Min(figure.Columns, figure.Panels.Length);
        rows = (figure.Panels.Length + columns - 1) / columns;
        var names = figure.Panels.SelectMany(panel => panel.Traces).Select(trace => trace.Name).OfType<string>().Distinct().ToArray();
        HasLegend = figure.Legend && names.Length > 0 && figure.Panels.Sum(panel => panel.Traces.Length) > 1;
        LegendAbove = names.Length <= 6 && names.Sum(name => name.Length + 6) < 70;
        title = figure.Title is null ? null : Wrap(figure.Title, ((figure.Size?.Width ?? NaturalWidth) - Left) / TitleLetter);
        top = (title is null ? 20 : 28 + TitleLine * title.Split("<br>").Length) + (HasLegend && LegendAbove ? LineOfLegend : 0) + (HasPanelTitles ? PanelTitle : 0);
        if (figure.Panels.Any(panel => panel.Space == Space.Rectangle)) top += PanelTitle;     // names of the axes stand above them
        var bare = figure.Panels.All(panel => panel.Space == Space.Scene || (panel.X.Hidden && panel.X.Ticks.IsEmpty));
        bottom = (bare ? 12 : Bottom) + Slider;
        left = figure.Panels.All(panel => panel.Space == Space.Scene) ? 12 : Left;
        right = Several && figure.Panels.Where((_, place) => IsLast(place)).Any(panel => panel.HasScale) ? RightOfScale : Right;
        between = BetweenColumns + (figure.Panels.Where((_, place) => !IsLast(place)).Any(panel => panel.HasScale) ? Scale : 0);
        (Width, Height) = figure.Size ?? (NaturalWidth, NaturalHeight);
    }

    public int Width { get; }
    public int Height { get; }
    public bool HasLegend { get; }

    /// <summary>More than one panel: each has its own title.</summary>
    public bool Several => figure.Panels.Length > 1;

    private bool LegendAbove { get; }
    /// <summary>Pixels below the axes that belong to their labels; what is under the figure begins there.</summary>
    public int UnderAxes => bottom - Slider - 2;

    private int Slider => figure.Frames is null ? 0 : SliderHeight;
    private bool HasPanelTitles => figure.Panels.Length > 1 && figure.Panels.Any(panel => panel.Title is not null);

    /// <summary>"" for the first panel, then "2", "3", …: how Plotly numbers axes.</summary>
    public static string Suffix(int place) => place == 0 ? "" : (place + 1).ToString();

    public JsonObject Margin() => new() { ["l"] = left, ["r"] = right, ["t"] = top, ["b"] = bottom };

    /// <summary>The title at the upper left, in as many lines as it needs; null without one.</summary>
    public JsonObject? Title => title is null ? null : new()
    {
        ["text"] = title,
        ["font"] = new JsonObject { ["size"] = 18 },
        ["x"] = 0,
        ["xref"] = "paper",
        ["xanchor"] = "left",
        ["y"] = Series.Round(1 - (16.0 + TitleLine * title.Count(letter => letter == '<') / 2) / Height),
        ["yanchor"] = "top",
    };

    public JsonObject Legend()
    {
        var legend = new JsonObject { ["x"] = 1.02, ["y"] = 1 };
        if (LegendAbove)
            legend = new() { ["orientation"] = "h", ["x"] = 0, ["y"] = Series.Round(1 + (HasPanelTitles ? PanelTitle : 4.0) / PlotHeight), ["yanchor"] = "bottom", ["traceorder"] = "normal" };
        if (figure.Panels.All(panel => panel.Traces.All(trace => !trace.Order.IsEmpty)))
            legend["itemsizing"] = "constant";      // dots of the legend stay visible, however small those of the figure
        return legend;
    }

    /// <summary>The part of the plotting area that belongs to this panel, as fractions from its lower left corner.</summary>
    public (double Left, double Right, double Bottom, double Top) Domain(int place)
    {
        if (figure.Panels.Length == 1) return (0, 1, 0, 1);
        var (row, column) = (place / columns, place % columns);
        var (gapX, gapY) = (Along(between), Up(BetweenRows + (HasPanelTitles ? PanelTitle : 0)));
        var (width, height) = ((1 - gapX * (columns - 1)) / columns, (1 - gapY * (rows - 1)) / rows);
        var (left, high) = (column * (width + gapX), 1 - row * (height + gapY));
        return (Series.Round(left), Series.Round(left + width), Series.Round(high - height), Series.Round(high));
    }

    /// <summary>So many pixels as a part of the plotting area's height.</summary>
    public double Up(double pixels) => Series.Round(pixels / PlotHeight);

    /// <summary>So many pixels as a part of the plotting area's width.</summary>
    public double Along(double pixels) => Series.Round(pixels / PlotWidth);

    private double PlotWidth => Width - left - right;
    private double PlotHeight => Height - top - bottom;
    private int NaturalWidth => Several ? Math.Clamp(columns * 320, 640, 960) : 640;

    private int NaturalHeight
    {
        get
        {
            if (!Several) return 400 + Slider;
            var cell = columns == 1 ? 220 : Math.Clamp((NaturalWidth - left - right) / columns - 40, 160, 300);
            return top + bottom + rows * cell + (rows - 1) * (BetweenRows + (HasPanelTitles ? PanelTitle : 0));
        }
    }

    private bool IsLast(int place) => place % columns == columns - 1;

    private static string Wrap(string text, double letters)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
            if (lines[^1].Length == 0) lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= letters) lines[^1] += " " + word;
            else lines.Add(word);
        return string.Join("<br>", lines);
    }
}
