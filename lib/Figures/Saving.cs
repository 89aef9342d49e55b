using System.Net;
using System.Text;
using Plotly.NET;
using Workbook.Display;

namespace Workbook.Figures;

/// <summary>What can be shown, as a file.</summary>
public static class Saving
{
    private static readonly OrderedDictionary<string, string> endings = new() { [".html"] = "text/html", [".png"] = "image/png", [".svg"] = "image/svg+xml", [".txt"] = "text/plain" };

    /// <summary>Writes a figure, a grid or a drawing in the format that the name ends in: <c>grid.Save("digits.png")</c>, <c>figure.Save("curve.html")</c>.</summary>
    /// <remarks>A page (.html) needs nothing beside it: a figure brings the plotly.js of Plotly.NET along, some 4 MB. Grids are also .png, drawings .svg, everything .txt. A figure's PNG is made by the camera on its page.</remarks>
    /// <param name="thing">What is shown.</param>
    /// <param name="path">Where to; missing folders are made.</param>
    /// <returns>The path, whole.</returns>
    /// <exception cref="ArgumentException">There is no such format of it.</exception>
    public static string Save(this IShowable thing, string path)
    {
        var formats = thing.ToMime().Formats;
        if (!endings.TryGetValue(Path.GetExtension(path).ToLowerInvariant(), out var mime) || !formats.TryGetValue(mime, out var content))
        {
            var known = endings.Where(pair => formats.ContainsKey(pair.Value)).Select(pair => pair.Key);
            throw new ArgumentException($"{nameof(path)}: expected a name ending in {string.Join(" or ", known)}, got {path}.", nameof(path));
        }
        var bytes = content as byte[] ?? Encoding.UTF8.GetBytes(mime == "text/html" ? PageOf(thing, (string)content, formats.ContainsKey(Page.PlotlyMime)) : (string)content);
        return WholeFile.Write(path, file => file.Write(bytes));
    }

    private static string PageOf(IShowable thing, string fragment, bool isFigure) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(thing.ToString()!.Split('\n')[0])}</title>
        {(isFigure ? $"<script>{plotly.Value}</script>" : "")}
        </head>
        <body>
        {fragment}
        </body>
        </html>
        """;

    private static readonly Lazy<string> plotly = new(() =>
    {
        var assembly = typeof(GenericChart).Assembly;
        using var stream = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith(".min.js", StringComparison.Ordinal)))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
