using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel;

/// <summary>Figures of Plotly.NET, which the kernel knows by name only. The page that they write loads plotly.js from the network; ours loads it from where it lies.</summary>
/// <remarks>Its attribute for formatters names no source, so a figure is shown by the page it writes; its notebook extension registers such a page too.</remarks>
internal static class ForeignFigure
{
    private const string Name = "Plotly.NET.GenericChart", Writer = "toChartHTML", Network = "cdn.plot.ly", PlotlyMime = "application/vnd.plotly.v1+json";
    private static readonly Lazy<string> script = new(() => Resource("draw.js") + Resource("find.js"));

    /// <summary>The page that a figure writes of itself; null for anything else.</summary>
    public static string? Page(object value) =>
        Lineage(value.GetType()).FirstOrDefault(type => type.FullName == Name) is { } chart ? WriterFor(chart)?.Invoke(null, [value]) as string : null;

    /// <summary>Whether a value is such a figure.</summary>
    public static bool Is(object value) => Lineage(value.GetType()).Any(type => type.FullName == Name);

    /// <summary>The same thing, with plotly.js from near the page instead of the network, and as Plotly's own format for front ends that draw it.</summary>
    public static MimeBundle Local(MimeBundle bundle) => bundle.Formats.GetValueOrDefault("text/html") is string html && html.Contains(Network, StringComparison.Ordinal) && FigureIn(html) is { } figure
        ? bundle.With("text/html", Fragment(figure.ToJsonString(), bundle.Text)).With(PlotlyMime, figure)
        : bundle;

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType) yield return current;
    }

    private static MethodInfo? WriterFor(Type chart) =>
        chart.Assembly.GetType(Name + "Module")?.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(method => method.Name == Writer && method.GetParameters().Length == 1);

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
