using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Workbook.Figures;

/// <summary>The page a figure is laid out on: size, margins, and the rectangle of every panel, in pixels first.</summary>
internal sealed class FigureLayout
{
    private const int Left = 62, Right = 24, RightOfScale = 78, Bottom = 54, TitleLine = 24, LineOfLegend = 26, NextLineOfLegend = 19, PanelTitle = 26, BetweenColumns = 70, Scale = 46, BetweenRows = 62;
    private const double TitleLetter = 9.5, Letter = 7, LegendSign = 46;          // the mean width of a letter, in titles and in legends, and what a legend's sign takes

    /// <summary>What a slider and its buttons take below the axes.</summary>
    public const int SliderHeight = 84;

    private readonly Panel[] panels;
    private readonly int rows, columns, right, top, bottom, between, slider;
    private readonly string? title;
    private readonly int linesOfLegend;         // above the axes; 0 if there is no legend or it stands at their right
    private readonly bool hasLegend, titled;

    public FigureLayout(Figure figure, Panel[] panels, bool withSlider = false)
    {
        this.panels = panels;
        slider = withSlider ? SliderHeight : 0;
        columns = Math.Min(figure.Columns, panels.Length);
        rows = (panels.Length + columns - 1) / columns;
        titled = Several && panels.Any(panel => panel.Title is not null);
        var names = panels.SelectMany(panel => panel.Traces).Select(Traces.Name).OfType<string>().Distinct().ToArray();
        hasLegend = names.Length > 0 && panels.Sum(panel => panel.Traces.Count) > 1;
        linesOfLegend = hasLegend ? LinesAbove(names, (figure.Size?.Width ?? NaturalWidth) - Left - Right) : 0;
        title = figure.Title is null ? null : Wrap(figure.Title, ((figure.Size?.Width ?? NaturalWidth) - Left) / TitleLetter);
        top = (title is null ? 20 : 28 + TitleLine * title.Split("<br>").Length) + (linesOfLegend > 0 ? LineOfLegend + NextLineOfLegend * (linesOfLegend - 1) : 0) + (titled ? PanelTitle : 0);
        if (panels.Any(panel => panel.HasNoAxes)) top += PanelTitle;     // names of the axes stand above them
        bottom = (panels.All(panel => panel.X.IsHidden() && panel.X.Words().Length == 0) ? 12 : Bottom) + slider;
        right = Several && panels.Where((_, place) => IsLast(place)).Any(panel => panel.HasScale) ? RightOfScale : Right;
        between = BetweenColumns + (panels.Where((_, place) => !IsLast(place)).Any(panel => panel.HasScale) ? Scale : 0);
        (Width, Height) = figure.Size ?? (NaturalWidth, NaturalHeight);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>More than one panel: each has its own title.</summary>
    public bool Several => panels.Length > 1;

    /// <summary>Pixels below the axes that belong to their labels; what is under the figure begins there.</summary>
    public int UnderAxes => bottom - slider - 2;

    /// <summary>The chart, once; drawing changes the panels.</summary>
    public GenericChart ToChart()
    {
        var layout = new Layout().With(("width", Width), ("height", Height), ("title", Title), ("showlegend", hasLegend), ("legend", hasLegend ? Legend : null),
            ("margin", new Margin().With(("l", Left), ("r", right), ("t", top), ("b", bottom))), ("template", HouseStyle.Template()));
        if (panels.Any(panel => panel.Traces.Any(Traces.IsBar)))
        {
            var over = panels.Any(panel => panel.Traces.Any(trace => trace.KindOf() == Kind.Histogram));
            layout.With(("barmode", over ? "overlay" : "group"), ("bargap", over ? 0 : 0.2));
        }
        new PanelPlacement(this, layout).Place(panels);
        return GenericChart.NewMultiChart(ListModule.OfSeq(panels.SelectMany(panel => panel.Traces)), layout, HouseStyle.Config(), new DisplayOptions());
    }

    /// <summary>The part of the plotting area that belongs to this panel, as fractions from its lower left corner.</summary>
    public Rectangle Domain(int place)
    {
        if (!Several) return new(0, 1, 0, 1);
        var (row, column) = (place / columns, place % columns);
        var (gapX, gapY) = (Along(between), Up(BetweenRows + (titled ? PanelTitle : 0)));
        var (width, height) = ((1 - gapX * (columns - 1)) / columns, (1 - gapY * (rows - 1)) / rows);
        var (left, high) = (column * (width + gapX), 1 - row * (height + gapY));
        return new(Series.Round(left), Series.Round(left + width), Series.Round(high - height), Series.Round(high));
    }

    /// <summary>So many pixels as a part of the plotting area's height.</summary>
    public double Up(double pixels) => Series.Round(pixels / (Height - top - bottom));

    /// <summary>So many pixels as a part of the plotting area's width.</summary>
    public double Along(double pixels) => Series.Round(pixels / (Width - Left - right));

    private int NaturalWidth => Several ? Math.Clamp(columns * 320, 640, 960) : 640;

    private int NaturalHeight
    {
        get
        {
            if (!Several) return 400 + slider;
            var cell = columns == 1 ? 220 : Math.Clamp((NaturalWidth - Left - right) / columns - 40, 160, 300);
            return top + bottom + rows * cell + (rows - 1) * (BetweenRows + (titled ? PanelTitle : 0));
        }
    }

    /// <summary>The title at the upper left, in as many lines as it needs.</summary>
    private Title? Title => title is null ? null : new Title().With(("text", title), ("font", new Font().With(("size", 18))), ("x", 0), ("xref", "paper"), ("xanchor", "left"),
        ("y", Series.Round(1 - (16.0 + TitleLine * title.Count(letter => letter == '<') / 2) / Height)), ("yanchor", "top"));

    private Legend Legend
    {
        get
        {
            var legend = linesOfLegend > 0
                ? new Legend().With(("orientation", "h"), ("x", 0), ("y", Series.Round(1 + Up(titled ? PanelTitle : 4))), ("yanchor", "bottom"), ("traceorder", "normal"))
                : new Legend().With(("x", 1.02), ("y", 1));
            var dots = panels.All(panel => panel.Traces.All(trace => trace.KindOf() == Kind.Scatter));
            return legend.With(("itemsizing", dots ? "constant" : null));       // dots of the legend stay visible, however small those of the figure
        }
    }

    /// <summary>Few names stand above the axes: in one line, or in columns as wide as the longest, as Plotly sets them; 0 if they need more than three lines.</summary>
    private static int LinesAbove(string[] names, double width)
    {
        const int most = 6, lines = 3;
        if (names.Length > most) return 0;
        double[] widths = [.. names.Select(name => LegendSign + Letter * name.Length)];
        var needed = widths.Sum() <= width ? 1 : (int)Math.Ceiling(names.Length / Math.Floor(width / widths.Max()));
        return needed <= lines ? needed : 0;
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

/// <summary>A part of the plotting area, from 0 at its lower left corner to 1.</summary>
internal readonly record struct Rectangle(double Left, double Right, double Bottom, double Top);
