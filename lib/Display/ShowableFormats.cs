using System.ComponentModel;
using System.Net;
using System.Text.Json.Nodes;

namespace Workbook.Display;

/// <summary>Makes a formatter for each format that a thing which can be shown may offer; called by name, see <see cref="TypeFormatterSourceAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ShowableFormats
{
    /// <summary>Every format that a bundle of ours may hold; a thing marked as preferring another is never asked for it.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["text/plain", "text/html", "text/markdown", "image/png", "image/svg+xml", "application/vnd.plotly.v1+json", "application/vnd.workbook.check+json"];

    /// <summary>One for each format.</summary>
    public IEnumerable<object> CreateTypeFormatters() => Known.Select(mime => new ShowableFormat(mime));
}

/// <summary>Writes one format of a thing that can be shown; called by name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ShowableFormat(string mimeType)
{
    private const string Html = "text/html";

    /// <summary>Which.</summary>
    public string MimeType => mimeType;

    /// <summary>Writes it: pictures in base64, structures as JSON; false where the thing does not offer it. Every thing has HTML: its text, where it offers none.</summary>
    public bool Format(object value, TextWriter writer)
    {
        if (value is not IShowable showable) return false;
        var bundle = showable.ToMime();
        if (!bundle.Formats.TryGetValue(mimeType, out var format) && mimeType != Html) return false;
        writer.Write(format switch
        {
            byte[] bytes => Convert.ToBase64String(bytes),
            JsonNode json => json.ToJsonString(),
            null => $"<pre>{WebUtility.HtmlEncode(bundle.Text)}</pre>",
            var text => text.ToString(),
        });
        return true;
    }
}
