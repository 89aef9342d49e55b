using System.Text;

namespace Workbook.Figures;

/// <summary>A figure in words: kind, title, axes, ranges, number of points.</summary>
internal static class Summary
{
    public static string Of(Figure figure)
    {
        var text = new StringBuilder();
        text.Append(Kinds(figure));
        if (figure.Title is not null) text.Append(": ").Append(figure.Title);
        if (figure.Frames is { } scrubber)
            text.Append($"\n  slider {scrubber.Name}: {scrubber.Frames.Length} frames, {scrubber.Frames[0].Label} to {scrubber.Frames[^1].Label}; shown: {scrubber.Frames[scrubber.Start].Label}");
        foreach (var (place, panel) in figure.Panels.Index())
        {
            if (figure.Panels.Length > 1) text.Append($"\n  panel {place + 1}").Append(panel.Title is null ? "" : $": {panel.Title}");
            Describe(panel, figure.Panels.Length > 1 ? "\n    " : "\n  ", text);
        }
        return text.ToString();
    }

    private static string Kinds(Figure figure)
    {
        var kinds = string.Join(" and ", figure.Panels.SelectMany(panel => panel.Traces).Select(trace => trace.Kind).Distinct());
        var words = char.ToUpperInvariant(kinds[0]) + kinds[1..];
        return figure.Panels.Length > 1 ? $"{words}, {figure.Panels.Length} panels" : words;
    }

    private static void Describe(Panel panel, string newLine, StringBuilder text)
    {
        if (panel.Space != Space.Rectangle)
        {
            Describe(panel.X, "x", panel.Extent(trace => trace.X), newLine, text);
            Describe(panel.Y, "y", panel.Extent(trace => trace.Y), newLine, text);
            if (panel.Space == Space.Scene) Describe(panel.Z, "z", panel.Extent(trace => trace.Z), newLine, text);
        }
        foreach (var axis in new[] { panel.X, panel.Y }.Where(axis => axis.Hidden && !axis.Ticks.IsEmpty))
            text.Append(newLine).Append(axis == panel.X ? "columns: " : "rows: ").AppendJoin(", ", axis.Ticks.Select(tick => tick.Text));
        DescribeSeries(panel, newLine, text);
        foreach (var mark in panel.Marks)
            text.Append(newLine).Append($"line at {(mark.Vertical ? "x" : "y")} = {Series.Round(mark.At)}").Append(mark.Label is null ? "" : ": " + mark.Label);
        foreach (var note in panel.Notes)
            text.Append(newLine).Append($"at ({Series.Round(note.X)}, {Series.Round(note.Y)}): {note.Text}");
    }

    private static void DescribeSeries(Panel panel, string newLine, StringBuilder text)
    {
        var series = panel.Traces;
        if (series.Length > 4 && series.All(trace => trace.Name is not null && trace.Unit == series[0].Unit))
        {
            text.Append(newLine).Append($"{series.Sum(trace => trace.Count)} {series[0].Unit} in {series.Length} series: ").AppendJoin(", ", series.Select(trace => trace.Name));
            return;
        }
        foreach (var trace in series)
        {
            text.Append(newLine).Append(trace.Name is null ? "" : trace.Name + ": ").Append($"{trace.Count} {trace.Unit}");
            if (panel.Space == Space.Plane && !trace.Z.IsEmpty) text.Append($", values {trace.Z}");
        }
    }

    private static void Describe(Axis axis, string name, Extent extent, string newLine, StringBuilder text)
    {
        if (axis.Hidden || (axis.Label is null && extent.IsEmpty)) return;
        text.Append(newLine).Append(name).Append(axis.Label is null ? "" : $" ({axis.Label})");
        if (!extent.IsEmpty) text.Append($": {extent}");
        if (axis.Log) text.Append(", logarithmic");
    }
}
