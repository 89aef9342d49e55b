using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Cells.Values;

/// <summary>Any value → the formats it is shown in, by the interactive package's formatter, with text for a terminal beside whatever it is.</summary>
internal static class ValueFormatter
{
    private const string Plain = "text/plain", Html = "text/html";

    /// <summary>The formats preferred for the value's type, or those that are asked for.</summary>
    public static MimeBundle ToMime(object? value, params string[] mimeTypes)
    {
        if (value is null && mimeTypes.Length == 0) return MimeBundle.Plain("null");
        if (OwnBundle(value) is { } own) return own;
        if (value is not null && ForeignFigure.Of(value) is { } figure) return figure;
        if (ForeignJson.Of(value) is { } json && !HouseFormatter.IsRegistered(value!.GetType(), Html)) value = json;
        List<string> wanted = [.. mimeTypes.Length > 0 ? mimeTypes : Preferred(value!)];
        if (value is not null && wanted.Contains(Html) && IsOurs(value)) return Shaped(value, wanted, mimeTypes.Length > 0);
        var bundle = MimeBundle.Plain(PlainText(value));
        return ForeignFigure.Local(wanted.Where(mime => mime != Plain).Aggregate(bundle, (sum, mime) => Written(value, mime, mimeTypes.Length > 0) is { } text ? sum.WithText(mime, text) : sum));
    }

    /// <summary>What a thing of the kernel's own says of itself, which may differ from one to the next of its type; null for any other.</summary>
    public static MimeBundle? OwnBundle(object? value) => value switch
    {
        MimeBundle already => already,
        Markup markup => MimeBundle.Plain(markup.Content).With(markup.MimeType, markup.Content),
        IShowsItself thing => thing.ToMime(),
        _ => null,
    };

    /// <summary>A value as a terminal shows it.</summary>
    public static string PlainText(object? value) => value switch
    {
        null => "null",
        Markup or IShowsItself => value.ToString()!,
        _ when ForeignFigure.Is(value) && !HouseFormatter.IsRegistered(value.GetType(), Plain) => ForeignFigure.Words,
        JsonNode node => node.ToJsonString(JsonOptions.Indented),
        JsonElement element => JsonSerializer.Serialize(element, JsonOptions.Indented),
        JsonDocument document => JsonSerializer.Serialize(document, JsonOptions.Indented),
        Microsoft.AspNetCore.Html.IHtmlContent content when !HouseFormatter.IsRegistered(value.GetType(), Plain) => PlainOfHtml.Text(content.ToText()),
        _ when HouseFormatter.SpeaksFor(value, Plain) => TextOf.Write(Shaper.Of(value)),
        _ => value.ToDisplayString(Plain),
    };

    private static bool IsOurs(object value) => HouseFormatter.SpeaksFor(value, Plain) && HouseFormatter.SpeaksFor(value, Html)
        && value is not (JsonNode or JsonElement or JsonDocument) && !ForeignFigure.Is(value);

    // A sequence is walked through once for both: it may be a query, or read a file.
    private static MimeBundle Shaped(object value, List<string> wanted, bool isAskedFor)
    {
        var shape = Shaper.Of(value);
        var text = TextOf.Write(shape);
        var html = HtmlOf.Write(shape) ?? (isAskedFor ? HtmlOf.Preformatted(text) : null);
        var bundle = html is null ? MimeBundle.Plain(text) : MimeBundle.Plain(text).With(Html, html);
        return wanted.Where(mime => mime is not (Plain or Html)).Aggregate(bundle, (sum, mime) => sum.WithText(mime, value.ToDisplayString(mime)));
    }

    // A type that says nothing is asked for HTML by the package; a notebook may have registered other formats besides, and then means those too.
    private static IEnumerable<string> Preferred(object value)
    {
        var preferred = Formatter.GetPreferredMimeTypesFor(value.GetType());
        var registered = Formatter.RegisteredFormatters(false).Select(formatter => formatter.MimeType).Distinct()
            .Where(mime => mime is not (Plain or Html or "application/json") && HouseFormatter.IsRegistered(value.GetType(), mime));
        return preferred is { Count: 1 } && preferred.First() == Formatter.DefaultMimeType ? preferred.Concat(registered) : preferred;
    }

    // What reads best as a line of text has no HTML, unless it was asked for.
    private static string? Written(object? value, string mime, bool isAskedFor)
    {
        if (value is null || mime != Html || !HouseFormatter.SpeaksFor(value, Html)) return value.ToDisplayString(mime) is { Length: > 0 } text ? text : null;
        var shape = Shaper.Of(value);
        return HtmlOf.Write(shape) ?? (isAskedFor ? HtmlOf.Preformatted(TextOf.Write(shape)) : null);
    }

    private static class JsonOptions
    {
        public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }
}
