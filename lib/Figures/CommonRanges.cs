using System.Collections.Immutable;

namespace Workbook.Figures;

/// <summary>Gives every frame under a slider the same axes and the same colour scale, so that what moves is the data.</summary>
internal static class CommonRanges
{
    public static Figure Apply(Figure frame, Scrubber scrubber) => frame with
    {
        Panels = [.. frame.Panels.Select((panel, place) => Apply(panel, [.. scrubber.Frames.Select(other => other.Figure.Panels[place])]))],
    };

    private static Panel Apply(Panel panel, ImmutableArray<Panel> all)
    {
        if (panel.Space == Space.Rectangle) return panel;
        return panel with
        {
            X = Spanning(panel.X, all, trace => trace.X),
            Y = Spanning(panel.Y, all, trace => trace.Y),
            Z = panel.Space == Space.Scene ? Spanning(panel.Z, all, trace => trace.Z) : panel.Z,
            Traces = [.. panel.Traces.Select((trace, place) => Coloured(trace, all, place))],
        };
    }

    private static Axis Spanning(Axis axis, ImmutableArray<Panel> all, Func<Trace, Extent> of)
    {
        var extent = all.Aggregate(Extent.Empty, (wide, panel) => wide.Or(panel.Extent(of)));
        if (axis.Range is not null || axis.Names || extent.IsEmpty || (axis.Log && extent.Low <= 0)) return axis;
        if (axis.Plain) return axis with { Range = extent };
        if (!axis.Log) return axis with { Range = all.All(StandsOnZero) && extent.Low == 0 ? extent.Padded() with { Low = 0 } : extent.Padded() };
        var decades = new Extent(Math.Log10(extent.Low), Math.Log10(extent.High)).Padded();
        return axis with { Range = new(Math.Pow(10, decades.Low), Math.Pow(10, decades.High)) };
    }

    private static bool StandsOnZero(Panel panel) => panel.Traces.All(trace => trace.Kind is "bars" or "histogram");

    private static Trace Coloured(Trace trace, ImmutableArray<Panel> all, int place)
    {
        if (trace.Kind is not ("heatmap" or "field" or "contours")) return trace;
        var extent = all.Aggregate(Extent.Empty, (wide, panel) => wide.Or(panel.Traces[place].Z));
        if (extent.IsEmpty) return trace;
        var (low, high) = (extent.Low, extent.High);
        if (trace.Json.ContainsKey("zmid")) (low, high) = (-Math.Max(-low, high), Math.Max(-low, high));
        return trace.With("zmin", Series.Number(low)).With("zmax", Series.Number(high));
    }
}
