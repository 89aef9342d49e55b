using Microsoft.DotNet.Interactive.Formatting;
using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>Any value → the formats it is shown in.</summary>
internal static class ValueFormatter
{
    /// <summary>What the value says of itself, else what was registered for its type, else text, and a table for what has parts.</summary>
    public static MimeBundle ToMime(object? value, params string[] mimeTypes)
    {
        if (value is null) return MimeBundle.Plain("null");
        var bundle = Registered(value) ?? value switch
        {
            MimeBundle already => already,
            IShowable showable => showable.ToMime(),
            _ => ByItsParts(value),
        };
        var wanted = mimeTypes.Length > 0 ? mimeTypes : Formatter.PreferredFor(value.GetType());
        return wanted.Length == 0 ? bundle : Only(bundle, wanted, value);
    }

    private static MimeBundle? Registered(object value)
    {
        var formatters = Formatter.For(value.GetType());
        if (formatters.Count == 0) return null;
        var bundle = MimeBundle.Plain(formatters.ContainsKey("text/plain") ? "" : PlainText.Of(value));
        foreach (var (mime, format) in formatters)
        {
            using var writer = new StringWriter();
            format(value, writer);
            bundle = bundle.With(mime, writer.ToString());
        }
        return bundle;
    }

    private static MimeBundle ByItsParts(object value)
    {
        var bundle = MimeBundle.Plain(PlainText.Of(value));
        return HtmlTable.Of(value) is { } html ? bundle.With("text/html", html) : bundle;
    }

    // A string that is asked for as HTML is HTML; other formats that the value has not are left out.
    private static MimeBundle Only(MimeBundle bundle, string[] wanted, object value)
    {
        var only = MimeBundle.Plain(bundle.Text);
        foreach (var mime in wanted)
            if (bundle.Formats.TryGetValue(mime, out var format)) only = With(only, mime, format);
            else if (value is string text) only = only.With(mime, text);
        return only;
    }

    private static MimeBundle With(MimeBundle bundle, string mime, object format) => format switch
    {
        string text => bundle.With(mime, text),
        byte[] bytes => bundle.With(mime, bytes),
        System.Text.Json.Nodes.JsonNode json => bundle.With(mime, json),
        _ => bundle,
    };
}
