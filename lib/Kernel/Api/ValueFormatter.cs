using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>Any value → the formats it is shown in.</summary>
internal static class ValueFormatter
{
    /// <summary>What was registered for the value's type, else what it says of itself, else text, and a table for what has parts.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The formats that are wanted; none means all that there are, or those preferred for the type.</param>
    public static MimeBundle ToMime(object? value, params string[] mimeTypes)
    {
        var bundle = value is null ? MimeBundle.Plain("null") : Registered(value) ?? OwnBundle(value) ?? ByItsParts(value);
        var wanted = mimeTypes.Length > 0 || value is null ? mimeTypes : Formatter.PreferredFor(value.GetType());
        return wanted.Length == 0 ? bundle : Only(bundle, wanted, value);
    }

    /// <summary>A table of a value, also where it would be a line of text.</summary>
    public static MimeBundle ToTable(object? value)
    {
        var shape = Shaper.Of(value);
        return MimeBundle.Plain(TextOf.Write(shape)).With("text/html", HtmlOf.WriteTable(shape));
    }

    /// <summary>What a value says of itself, or null.</summary>
    public static MimeBundle? OwnBundle(object value) => value switch
    {
        MimeBundle already => already,
        IShowable showable => showable.ToMime(),
        IHtmlContent content => PlainOfHtml.Bundle(content.ToText()),
        _ => ForeignFigure.Of(value),
    };

    private static MimeBundle? Registered(object value)
    {
        var mimeTypes = Formatter.RegisteredTypes(value.GetType());
        if (mimeTypes.Count == 0) return null;
        MimeBundle? bundle = null;
        foreach (var mime in mimeTypes)
            if (Formatter.Registered(value, mime) is { } text)
                bundle = (bundle ?? MimeBundle.Plain(mime == "text/plain" ? text : PlainText(value))).With(mime, text);
        return bundle;
    }

    private static string PlainText(object value) => Formatter.Registered(value, "text/plain") ?? OwnBundle(value)?.Text ?? TextOf.Write(Shaper.Of(value));

    private static MimeBundle ByItsParts(object value)
    {
        var shape = Shaper.Of(value);
        var text = value switch
        {
            JsonNode node => node.ToJsonString(JsonOptions.Indented),
            JsonElement element => JsonSerializer.Serialize(element, JsonOptions.Indented),
            JsonDocument document => JsonSerializer.Serialize(document, JsonOptions.Indented),
            _ => TextOf.Write(shape),
        };
        var bundle = MimeBundle.Plain(text);
        return HtmlOf.Write(shape) is { } html ? bundle.With("text/html", html) : bundle;
    }

    // The formats that were asked for, and the text that every bundle has. What has no HTML of its own is its text.
    private static MimeBundle Only(MimeBundle bundle, string[] wanted, object? value)
    {
        var only = MimeBundle.Plain(bundle.Text);
        foreach (var mime in wanted)
            if (bundle.Formats.TryGetValue(mime, out var format)) only = With(only, mime, format);
            else if (mime == "text/html") only = only.With(mime, $"<pre>{System.Net.WebUtility.HtmlEncode(bundle.Text)}</pre>");
            else if (mime == "application/json" && JsonSerializer.SerializeToNode(value, JsonOptions.Forgiving) is { } json) only = only.With(mime, json);
        return only;
    }

    private static MimeBundle With(MimeBundle bundle, string mime, object format) => format switch
    {
        string text => bundle.With(mime, text),
        byte[] bytes => bundle.With(mime, bytes),
        JsonNode json => bundle.With(mime, json),
        _ => bundle,
    };

    private static class JsonOptions
    {
        public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        public static readonly JsonSerializerOptions Forgiving = new()
        {
            ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles,
            NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        };
    }
}
