using System.Text;
using Plotly.NET.LayoutObjects;

namespace Workbook.Figures;

/// <summary>A figure in words: kind, title, axes, ranges, number of points.</summary>
internal static class Summary
{
    public static string Of(Figure figure)
    {
        var panels = figure.Draw();
        var kinds = string.Join(" and ", panels.SelectMany(panel => panel.Traces).Select(trace => trace.KindOf().Words()).Distinct());
        var text = new StringBuilder().Append(char.ToUpperInvariant(kinds[0])).Append(kinds[1..]);
        if (panels.Length > 1) text.Append($", {panels.Length} panels");
        if (figure.Title is not null) text.Append(": ").Append(figure.Title);
        if (figure.Frames is { Frames: var frames } scrubber)
            text.Append($"\n  slider {scrubber.Name}: {frames.Length} frames, {frames[0].Label} to {frames[^1].Label}; shown: {frames[scrubber.Start].Label}");
        foreach (var (place, panel) in panels.Index())
        {
            if (panels.Length > 1) text.Append($"\n  panel {place + 1}").Append(panel.Title is null ? "" : $": {panel.Title}");
            Describe(panel, panels.Length > 1 ? "\n    " : "\n  ", text);
        }
        return text.ToString();
    }

    private static void Describe(Panel panel, string newLine, StringBuilder text)
    {
        Describe(panel.X, "x", panel.Extent(Traces.Across), newLine, text);
        Describe(panel.Y, "y", panel.Extent(Traces.Up), newLine, text);
        if (panel.X.IsHidden() && panel.X.Words() is { Length: > 0 } columns) text.Append(newLine).Append("columns: ").AppendJoin(", ", columns);
        if (panel.Y.IsHidden() && panel.Y.Words() is { Length: > 0 } rows) text.Append(newLine).Append("rows: ").AppendJoin(", ", rows);
        DescribeSeries(panel, newLine, text);
        foreach (var mark in panel.Marks)
            text.Append(newLine).Append($"line at {(mark.Vertical ? "x" : "y")} = {Series.Round(mark.At)}").Append(mark.Label is null ? "" : ": " + mark.Label);
    }

    private static void DescribeSeries(Panel panel, string newLine, StringBuilder text)
    {
        var series = panel.Traces.Select(trace => (Name: trace.Name(), Size: trace.Size(), Values: trace.Values())).ToArray();
        if (series.Length > 4 && series.All(one => one.Name is not null && one.Size.Unit == series[0].Size.Unit))
            text.Append(newLine).Append($"{series.Sum(one => one.Size.Count)} {series[0].Size.Unit} in {series.Length} series: ").AppendJoin(", ", series.Select(one => one.Name));
        else
            foreach (var (name, size, values) in series)
                text.Append(newLine).Append(name is null ? "" : name + ": ").Append($"{size.Count} {size.Unit}").Append(values.IsEmpty ? "" : $", values {values}");
    }

    private static void Describe(LinearAxis axis, string name, Extent extent, string newLine, StringBuilder text)
    {
        if (axis.IsHidden() || (axis.Label() is null && extent.IsEmpty)) return;
        text.Append(newLine).Append(name).Append(axis.Label() is { } label ? $" ({label})" : "");
        if (!extent.IsEmpty) text.Append($": {extent}");
        if (axis.IsLog()) text.Append(", logarithmic");
    }
}
