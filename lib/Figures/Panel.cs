using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Workbook.Figures;

/// <summary>One pair of axes and what is drawn on it, in Plotly.NET's own objects. A recipe makes a fresh one for every drawing, so its steps may change it.</summary>
internal sealed class Panel(params IEnumerable<Trace> traces)
{
    public List<Trace> Traces { get; } = [.. traces];
    public LinearAxis X { get; } = new();
    public LinearAxis Y { get; } = new();
    public Extent? RangeX { get; set; }         // as the reader reads it: no logarithm, low before high
    public Extent? RangeY { get; set; }
    public List<Mark> Marks { get; } = [];
    public string? Title { get; set; }

    public Trace Last => Traces[^1];

    /// <summary>Drawn in a rectangle, without axes.</summary>
    public bool HasNoAxes => Traces[0].KindOf() == Kind.ParallelCoordinates;

    /// <summary>A colour scale stands at its right.</summary>
    public bool HasScale => Traces.Any(trace => trace.Scale() is not null);

    public Extent Extent(Func<Trace, Extent> of) => Traces.Aggregate(Figures.Extent.Empty, (all, trace) => all.Or(of(trace)));

    /// <summary>Takes in what another draws on the same axes; what this panel leaves open is taken from the other.</summary>
    public void Add(Panel other)
    {
        if (HasNoAxes || other.HasNoAxes)
            throw new ArgumentException($"A {other.Traces[0].KindOf().Words()} cannot share its axes with a {Traces[0].KindOf().Words()}: put them side by side with Figure.Grid.");
        Traces.AddRange(other.Traces);
        Marks.AddRange(other.Marks);
        X.FillFrom(other.X);
        Y.FillFrom(other.Y);
        (RangeX, RangeY) = (RangeX ?? other.RangeX, RangeY ?? other.RangeY);
    }

    /// <summary>One unit is as long upwards as sideways.</summary>
    public Panel EqualAspect()
    {
        X.With(("constrain", "domain"));
        Y.With(("constrain", "domain"), ("scaleanchor", "x"));
        return this;
    }
}

/// <summary>A straight line across the panel at one place of an axis.</summary>
internal sealed record Mark(bool Vertical, double At, string? Label);

/// <summary>What is asked of an axis.</summary>
internal static class Axes
{
    public static string? Label(this LinearAxis axis) => axis.Get<Title>("title")?.Get<string>("text");
    public static bool IsLog(this LinearAxis axis) => axis.Is("type", "log");
    public static bool IsPlain(this LinearAxis axis) => axis.Is("showgrid", false);             // coloured areas cover it
    public static bool IsHidden(this LinearAxis axis) => axis.Is("showline", false);
    public static bool IsReversed(this LinearAxis axis) => axis.Is("autorange", "reversed");
    public static string[] Words(this LinearAxis axis) => axis.Get<string[]>("ticktext") ?? [];

    /// <summary>With these words at these places, if there are any.</summary>
    public static LinearAxis Ticks(this LinearAxis axis, IEnumerable<string> words, Func<int, double> place)
    {
        string[] texts = [.. words];
        return texts.Length == 0 ? axis : axis.With(("tickvals", texts.Select((_, number) => (double?)place(number)).ToArray()), ("ticktext", texts));
    }
}
