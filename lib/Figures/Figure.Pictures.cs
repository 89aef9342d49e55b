using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <content>Images within figures.</content>
public sealed partial record Figure
{
    /// <summary>Points that show an image while the pointer is on them: image n belongs to the n-th point given. All images travel with the figure, so keep them few or small.</summary>
    /// <exception cref="ArgumentException">Not one image per point.</exception>
    public Figure Thumbnails(ImageGrid images)
    {
        ArgumentNullException.ThrowIfNull(images);
        var points = Panels.SelectMany(panel => panel.Traces).Where(trace => !trace.Order.IsEmpty).Sum(trace => trace.Order.Length);
        if (points != images.Count)
            throw new ArgumentException($"images: the figure has {points} points, {images.Count} images were given.", nameof(images));
        var numbered = Each(panel => panel with
        {
            Traces = [.. panel.Traces.Select(trace => trace.Order.IsEmpty ? trace : trace.With("customdata", new JsonArray([.. trace.Order.Select(number => (JsonNode)number)])))],
        });
        return numbered with { Pictures = images };
    }

    internal static Figure Picture(Trace trace, string? title, IEnumerable<(double, string)> columns, IEnumerable<(double, string)> rows)
    {
        const int across = 554, around = 32;            // a picture as wide as the plotting area of any other figure
        var height = (int)Math.Round(across * trace.Y.Size / trace.X.Size);
        var panel = new Panel([trace])
        {
            X = new() { Hidden = true, Plain = true, Range = trace.X, Ticks = [.. columns] },
            Y = new() { Hidden = true, Plain = true, Range = trace.Y, Ticks = [.. rows], Reversed = true },
            EqualAspect = true,
        };
        return new(panel) { Title = title, Size = (640, Math.Max(100, height + around + (title is null ? 0 : 32) + (panel.X.Ticks.IsEmpty ? 0 : 42))) };
    }
}
