using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Headless;

/// <summary>An output of a notebook → HTML, in the richest of its formats that a page can show.</summary>
internal static class OutputHtml
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Formats of pictures, best first, and what their files end in.</summary>
    public static OrderedDictionary<string, string> Pictures { get; } = new() { ["image/png"] = "png", ["image/jpeg"] = "jpg", ["image/gif"] = "gif" };

    /// <summary>The output's HTML.</summary>
    /// <param name="output">As the notebook has it.</param>
    /// <param name="still">A figure by its picture, where it has one, so that it fits any width.</param>
    public static string Of(JsonObject output, bool still = false) => (string?)output["output_type"] switch
    {
        "stream" => $"<pre class=\"stream {WebUtility.HtmlEncode((string?)output["name"])}\">{AnsiHtml.Of(NotebookJson.Joined(output["text"]))}</pre>",
        "error" => $"<pre class=\"error\">{AnsiHtml.Of(string.Join('\n', output["traceback"]?.AsArray().Select(line => (string?)line) ?? []))}</pre>",
        _ => output["data"] is JsonObject data ? $"<div class=\"output\">{Richest(data, still)}</div>" : "",
    };

    private static string Richest(JsonObject data, bool still)
    {
        if (still && data.ContainsKey(Plotly) && Picture(data) is { } drawn) return drawn;
        if (data[Plotly] is { } figure) return Figure(figure, data);
        if (Text(data, "text/html") is { } html) return html;
        if (Text(data, "image/svg+xml") is { } svg) return svg;
        if (Text(data, MarkupMagic.Mermaid) is { } diagram) return $"<pre class=\"mermaid\">{WebUtility.HtmlEncode(diagram)}</pre>";
        if (Picture(data) is { } picture) return picture;
        if (Text(data, "text/markdown") is { } markdown) return ProseHtml.Render(markdown);
        if (Text(data, "text/latex") is { } latex) return $"<div class=\"math\">{WebUtility.HtmlEncode(latex)}</div>";
        if (Text(data, "application/javascript") is { } script) return $"<script>{script}</script>";
        return $"<pre>{AnsiHtml.Of(Text(data, "text/plain") ?? "")}</pre>";
    }

    // The picture stands until the page's script has drawn the figure in its place.
    private static string Figure(JsonNode figure, JsonObject data)
    {
        var json = figure is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : figure.ToJsonString();
        var fallback = Picture(data) ?? $"<pre>{WebUtility.HtmlEncode(Text(data, "text/plain") ?? "")}</pre>";
        return $"<div class=\"figure\">{fallback}<script type=\"application/json\">{json.Replace("</", "<\\/")}</script></div>";
    }

    private static string? Picture(JsonObject data) => Pictures.Keys
        .Where(data.ContainsKey)
        .Select(mime => $"<img alt=\"{WebUtility.HtmlEncode(Text(data, "text/plain")?.Split('\n')[0] ?? "")}\" src=\"data:{mime};base64,{NotebookJson.Joined(data[mime]).ReplaceLineEndings("")}\">")
        .FirstOrDefault();

    /// <summary>A format as text, or null where the thing has it not.</summary>
    public static string? Text(JsonObject data, string mime) => data.ContainsKey(mime) ? NotebookJson.Joined(data[mime]) : null;
}
