using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workbook.Kernel;

/// <summary>One thing in several formats, keyed by MIME type; <c>text/plain</c> is always among them.</summary>
/// <remarks>A front end shows the richest format it knows. Text travels as <see cref="string"/>, pictures as bytes, structures as JSON.</remarks>
public sealed class MimeBundle
{
    private MimeBundle(ImmutableDictionary<string, object> formats) => Formats = formats;

    /// <summary>MIME type → <see cref="string"/>, <see cref="T:byte[]"/> or <see cref="JsonNode"/>.</summary>
    public ImmutableDictionary<string, object> Formats { get; }

    /// <summary>What a terminal shows.</summary>
    public string Text => (string)Formats["text/plain"];

    /// <summary>A bundle that so far has only its plain text.</summary>
    public static MimeBundle Plain(string text) => new(ImmutableDictionary<string, object>.Empty.Add("text/plain", text));

    /// <summary>The same thing, in one more text format (<c>text/html</c>, <c>text/markdown</c>, <c>image/svg+xml</c>…).</summary>
    public MimeBundle With(string mime, string text) => new(Formats.SetItem(mime, text));

    /// <summary>The same thing, in one more binary format (<c>image/png</c>…).</summary>
    public MimeBundle With(string mime, byte[] bytes) => new(Formats.SetItem(mime, bytes));

    /// <summary>The same thing, in one more JSON format (<c>application/vnd.plotly.v1+json</c>…).</summary>
    public MimeBundle With(string mime, JsonNode json) => new(Formats.SetItem(mime, json));
}
