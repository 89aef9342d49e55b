using System.Globalization;
using System.Net;
using Workbook.Figures;

namespace Workbook.Sweeps;

/// <summary>A sweep's measures as figures on a page that needs nothing but the script beside it.</summary>
internal static class ResultPage
{
    private const string Seed = "Seed";

    /// <summary>The page: a figure for each measure, over the numeric setting with the most values.</summary>
    public static string Of(Plan plan, Table table)
    {
        var title = WebUtility.HtmlEncode($"{plan.Run} on {plan.Data}");
        var figures = table.Measures.Select(measure => Plot(table, measure)).OfType<Figure>().Select(figure => figure.ToMime().Formats["text/html"]);
        return $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{title}}</title>
            <script src="plotly.min.js"></script>
            <style>:root { color-scheme: light dark } body { font-family: system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem } pre { overflow-x: auto }</style></head>
            <body><h1>{{title}}</h1>
            <pre>{{WebUtility.HtmlEncode(table.ToString())}}</pre>
            {{string.Join('\n', figures)}}
            </body></html>
            """;
    }

    /// <summary>One measure over one setting, a line for every choice of the others; null where no setting of more than one value is a number.</summary>
    public static Figure? Plot(Table table, string measure)
    {
        var over = table.Varied.Where(name => name != Seed && table.Groups.All(group => Number(group.Settings[name]) is not null))
            .MaxBy(name => table.Groups.Select(group => group.Settings[name]).Distinct().Count());
        if (over is null || table.Groups.Count == 0) return null;
        Figure? figure = null;
        foreach (var line in table.Groups.GroupBy(group => string.Join(", ", group.Settings.Where(pair => pair.Key != over).Select(pair => $"{pair.Key} {pair.Value}"))))
        {
            var points = line.Select(group => (X: Number(group.Settings[over])!.Value, Y: Table.Of(group.Of, measure).Mean)).OrderBy(point => point.X).ToList();
            var drawn = Figure.Line(points.Select(point => point.X), points.Select(point => point.Y)).Dotted();
            if (line.Key != "") drawn = drawn.Named(line.Key);
            figure = figure is null ? drawn : figure.And(drawn);
        }
        var places = table.Groups.Select(group => Number(group.Settings[over])!.Value).ToList();
        figure = figure!.Titled(measure).Axes(over, measure);
        return places.Min() > 0 && places.Max() >= 20 * places.Min() ? figure.LogX() : figure;
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
