using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Workbook.Figures;

/// <summary>Puts the panels of a figure on its page: axes, colours, legend entries, marks and titles.</summary>
internal sealed class PanelPlacement(FigureLayout page, Layout layout)
{
    private readonly Dictionary<string, string> colours = [];
    private readonly HashSet<string> legend = [];
    private readonly List<Shape> shapes = [];
    private readonly List<Annotation> notes = [];

    public void Place(Panel[] panels)
    {
        foreach (var (place, panel) in panels.Index())
        {
            var (suffix, domain) = (place == 0 ? "" : $"{place + 1}", page.Domain(place));
            if (!panel.HasNoAxes) PlaceAxes(panel, suffix, domain);
            var next = 0;
            foreach (var trace in panel.Traces)
            {
                PlaceTrace(trace, suffix, domain, panel.HasNoAxes);
                Colour(trace, next);
                Name(trace);
                if (trace.TakesColour()) next++;
            }
            if (panel.Title is { } title && page.Several) PlaceTitle(title, suffix, domain, panel.HasNoAxes);
            foreach (var mark in panel.Marks) PlaceMark(mark, panel, "x" + suffix, "y" + suffix);
        }
        if (shapes.Count > 0) layout.With(("shapes", shapes));
        if (notes.Count > 0) layout.With(("annotations", notes));
    }

    private void PlaceAxes(Panel panel, string suffix, Rectangle domain)
    {
        PlaceAxis(panel.X, panel.RangeX, panel.Extent(Traces.Across), domain.Left, domain.Right);
        PlaceAxis(panel.Y, panel.RangeY, panel.Extent(Traces.Up), domain.Bottom, domain.Top);
        if (suffix.Length > 0)
        {
            panel.X.With(("anchor", "y" + suffix));
            panel.Y.With(("anchor", "x" + suffix));
        }
        if (panel.Y.Is("scaleanchor", "x")) panel.Y.With(("scaleanchor", "x" + suffix));
        layout.With(("xaxis" + suffix, panel.X), ("yaxis" + suffix, panel.Y));
    }

    private static void PlaceAxis(LinearAxis axis, Extent? range, Extent data, double from, double to)
    {
        if ((from, to) != (0, 1)) axis.With(("domain", new[] { from, to }));
        if (axis.IsLog()) MarkDecades(axis, range ?? data);
        if (range is not { } shown) return;
        var ends = axis.IsLog() ? [Math.Log10(shown.Low), Math.Log10(shown.High)] : new[] { shown.Low, shown.High };
        if (axis.IsReversed()) Array.Reverse(ends);
        axis.Properties.Remove("autorange");
        axis.With(("range", Series.Rounded(ends, shown.Size)));
    }

    /// <summary>A logarithmic axis of three decades or more is marked at powers of ten, a shorter one at 1, 2, 5, 10, 20, …, else it would have one mark or none.</summary>
    private static void MarkDecades(LinearAxis axis, Extent shown)
    {
        double?[] marks = [];
        if (shown.Low > 0 && shown.High < 1000 * shown.Low)
        {
            var first = (int)Math.Floor(Math.Log10(shown.Low)) - 1;
            marks = [.. from power in Enumerable.Range(first, 6) from digit in new[] { 1, 2, 5 } let mark = Series.Round(digit * Math.Pow(10, power)) where mark > shown.Low / 1.1 && mark < 1.1 * shown.High select (double?)mark];
        }
        if (marks.Length > 1) axis.With(("tickvals", marks), ("tickformat", "~g"));
        else axis.With(("dtick", 1), ("exponentformat", "power"));
    }

    private void PlaceTrace(Trace trace, string suffix, Rectangle domain, bool alone)
    {
        if (!page.Several) return;
        if (trace.Scale() is { } scale)
            scale.With(("x", Series.Round(domain.Right + page.Along(6))), ("y", Series.Round((domain.Bottom + domain.Top) / 2)), ("len", Series.Round(domain.Top - domain.Bottom)), ("thickness", 10));
        if (alone) trace.With(("domain", new Domain().With(("x", new[] { domain.Left, domain.Right }), ("y", new[] { domain.Bottom, domain.Top }))));
        else if (suffix.Length > 0) trace.With(("xaxis", "x" + suffix), ("yaxis", "y" + suffix));
    }

    /// <summary>A name has one colour all over the figure; series without a name take the colours of their panel in order.</summary>
    private void Colour(Trace trace, int next)
    {
        var name = trace.Name();
        var colour = trace.Colour() ?? (name is null ? null : colours.GetValueOrDefault(name)) ?? Palette.Category(next);
        if (name is not null && trace.TakesColour()) colours.TryAdd(name, colour);
        trace.Paint(colour);
    }

    private void Name(Trace trace)
    {
        if (trace.Name() is not { } name) trace.With(("showlegend", false));
        else if (page.Several) trace.With(("legendgroup", name), ("showlegend", legend.Add(name) ? null : false));
    }

    /// <summary>Above the upper left corner of what is drawn, which an equal aspect moves.</summary>
    private void PlaceTitle(string title, string suffix, Rectangle domain, bool alone) => notes.Add(Words(title, 15).With(("xanchor", "left"), ("yanchor", "bottom")).With(alone
        ? [("xref", "paper"), ("yref", "paper"), ("x", domain.Left), ("y", domain.Top)]
        : [("xref", $"x{suffix} domain"), ("yref", $"y{suffix} domain"), ("x", 0), ("y", 1)]));

    private void PlaceMark(Mark mark, Panel panel, string x, string y)
    {
        var line = new Line().With(("color", Palette.Remark), ("width", 1.5), ("dash", "dot"));
        var at = Series.Round(mark.At);
        shapes.Add(new Shape().With(("type", "line"), ("line", line)).With(mark.Vertical
            ? [("xref", x), ("yref", y + " domain"), ("x0", at), ("x1", at), ("y0", 0), ("y1", 1)]
            : [("xref", x + " domain"), ("yref", y), ("x0", 0), ("x1", 1), ("y0", at), ("y1", at)]));
        if (mark.Label is null) return;
        var logarithm = (mark.Vertical ? panel.X : panel.Y).IsLog();                // annotations stand at the logarithm; shapes do not
        var stand = logarithm ? Series.Round(Math.Log10(mark.At)) : at;
        var words = Words(mark.Label, 13, Palette.Remark);
        notes.Add(words.With(mark.Vertical
            ? [("xref", x), ("yref", y + " domain"), ("x", stand), ("y", 1), ("xanchor", "left"), ("yanchor", "top"), ("xshift", 4)]
            : [("xref", x + " domain"), ("yref", y), ("x", 1), ("y", stand), ("xanchor", "right"), ("yanchor", "bottom")]));
    }

    private static Annotation Words(string text, int size, string? colour = null) => new Annotation().With(("text", text), ("showarrow", false), ("font", new Font().With(("size", size), ("color", colour))));
}
