using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Cells.Values;

/// <summary>MIME bundles as the events of the interactive package carry them: all in texts.</summary>
internal static class FormattedBundles
{
    /// <summary>What events carry.</summary>
    public static FormattedValue[] ToFormattedValues(this MimeBundle bundle) => [.. bundle.Formats.Select(format => new FormattedValue(format.Key, format.Value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        JsonNode json => json.ToJsonString(),
        var text => text.ToString(),
    }))];

    /// <summary>What an event carried; text for a terminal is added where it has none.</summary>
    public static MimeBundle Of(IEnumerable<FormattedValue> formats, object? value)
    {
        var all = formats.Where(format => format is { SuppressDisplay: false, Value.Length: > 0 } || format.MimeType == "text/plain").ToList();
        if (all.TrueForAll(format => format.MimeType != "text/plain") && ValueFormatter.OwnBundle(value) is { } own) return own;          // what shows itself, shown by the package
        var plain = all.Find(format => format.MimeType == "text/plain")?.Value;
        var html = all.Find(format => format.MimeType == "text/html")?.Value;
        return ForeignFigure.Local(all.Where(format => format.MimeType != "text/plain").Aggregate(
            MimeBundle.Plain(plain ?? (value is string && html is not null ? PlainOfHtml.Text(html) : ValueFormatter.PlainText(value))),
            (bundle, format) => bundle.WithText(format.MimeType, format.Value)));
    }

    /// <summary>The same thing in one more format, which came as text: structures are read.</summary>
    public static MimeBundle WithText(this MimeBundle bundle, string mime, string text) =>
        mime.EndsWith("json", StringComparison.Ordinal) && Parsed(text) is { } json ? bundle.With(mime, json) : bundle.With(mime, text);

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
