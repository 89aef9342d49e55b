using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Cells.Values;

/// <summary>Figures of Plotly.NET, which the kernel knows by name only. The page that its notebook package writes loads plotly.js from the network; ours loads it from where it lies.</summary>
/// <remarks>Without that package a figure has no formatter: its attribute for formatters names no source. Then it is drawn from its own JSON.</remarks>
internal static class ForeignFigure
{
    private const string Name = "Plotly.NET.GenericChart", Writer = "toFigureJson", Html = "text/html", Network = "cdn.plot.ly", PlotlyMime = "application/vnd.plotly.v1+json";
    /// <summary>What a terminal shows of one.</summary>
    public const string Words = "A figure of Plotly.NET.";

    private static readonly Lazy<string> script = new(() => Resource("draw.js") + Resource("find.js"));

    /// <summary>A figure for which nobody has registered a formatter, in the formats of our own; null for anything else.</summary>
    public static MimeBundle? Of(object value) =>
        Lineage(value.GetType()).FirstOrDefault(type => type.FullName == Name) is { } chart && !HouseFormatter.IsRegistered(value.GetType(), Html)
        && chart.GetMethod(Writer, BindingFlags.Public | BindingFlags.Static)?.Invoke(null, [value]) is string json && JsonNode.Parse(json) is JsonObject figure
            ? With(MimeBundle.Plain(Words), figure)
            : null;

    /// <summary>Whether a value is such a figure.</summary>
    public static bool Is(object value) => Lineage(value.GetType()).Any(type => type.FullName == Name);

    /// <summary>The same thing, with plotly.js from near the page instead of the network, and as Plotly's own format for front ends that draw it.</summary>
    public static MimeBundle Local(MimeBundle bundle) => bundle.Formats.GetValueOrDefault(Html) is string html && html.Contains(Network, StringComparison.Ordinal) && FigureIn(html) is { } figure
        ? With(bundle, figure)
        : bundle;

    private static MimeBundle With(MimeBundle bundle, JsonObject figure) => bundle.With(Html, Fragment(figure.ToJsonString(), bundle.Text)).With(PlotlyMime, figure);

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType) yield return current;
    }

    // What the page's script draws stands there as JSON, a line each.
    private static JsonObject? FigureIn(string html) => Parsed(html, "data") is { } data && Parsed(html, "layout") is { } layout
        ? new() { ["data"] = data, ["layout"] = layout, ["config"] = Parsed(html, "config") ?? new JsonObject() }
        : null;

    private static JsonNode? Parsed(string html, string variable)
    {
        var head = $"var {variable} = ";
        var start = html.IndexOf(head, StringComparison.Ordinal) + head.Length;
        var end = start < head.Length ? -1 : html.IndexOf(";\n", start, StringComparison.Ordinal);
        try
        {
            return end < 0 ? null : JsonNode.Parse(html[start..end]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Fragment(string json, string words)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12];
        var (text, figure) = (WebUtility.HtmlEncode(words), json.Replace("<", "\\u003c", StringComparison.Ordinal));
        return $"<div class=\"workbook-figure\" data-figure=\"{key}\" role=\"img\" aria-label=\"{text}\"><pre>{text}</pre></div>\n<script>\n{script.Value}workbookFind(\"{key}\", {figure});\n</script>";
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ForeignFigure).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
