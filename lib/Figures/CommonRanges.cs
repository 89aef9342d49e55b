using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Workbook.Figures;

/// <summary>Gives every frame under a slider the same axes and the same colour scale, so that what moves is the data.</summary>
internal static class CommonRanges
{
    public static void Share(Panel[][] frames)
    {
        for (var place = 0; place < frames[0].Length; place++)
        {
            Panel[] panels = [.. frames.Select(frame => frame[place])];
            if (panels[0].HasNoAxes) continue;
            var (across, up) = (Whole(panels, Traces.Across), Whole(panels, Traces.Up));
            var standing = panels.All(panel => panel.Traces.All(Traces.IsBar));
            foreach (var panel in panels)
            {
                panel.RangeX ??= Range(panel.X, across, standing);
                panel.RangeY ??= Range(panel.Y, up, standing);
            }
            for (var series = 0; series < panels[0].Traces.Count; series++)
                ShareColours([.. panels.Select(panel => panel.Traces[series])]);
        }
    }

    private static Extent Whole(Panel[] panels, Func<Trace, Extent> of) => panels.Aggregate(Extent.Empty, (all, panel) => all.Or(panel.Extent(of)));

    /// <summary>Null leaves it to Plotly: words, nothing finite, or a logarithm of zero.</summary>
    private static Extent? Range(LinearAxis axis, Extent extent, bool standing)
    {
        if (axis.Is("type", "category") || extent.IsEmpty || (axis.IsLog() && extent.Low <= 0)) return null;
        if (axis.IsPlain()) return extent;
        if (axis.IsLog()) return extent.PaddedInDecades();
        return standing && extent.Low == 0 ? extent.Padded() with { Low = 0 } : extent.Padded();
    }

    private static void ShareColours(Trace[] traces)
    {
        if (traces[0].KindOf() is not (Kind.Heatmap or Kind.Contours)) return;
        var (low, high) = traces.Aggregate(Extent.Empty, (all, trace) => all.Or(trace.Values()));
        if (low > high) return;
        if (traces[0].Is("zmid", 0)) (low, high) = (-Math.Max(-low, high), Math.Max(-low, high));
        foreach (var trace in traces) trace.With(("zmin", low), ("zmax", high));
    }
}
