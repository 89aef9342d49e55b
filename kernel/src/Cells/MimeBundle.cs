using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Cells;

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

    /// <summary>As the protocol and notebook files carry it: text as it is, pictures in base64, structures as JSON.</summary>
    internal JsonObject ToJson()
    {
        var data = new JsonObject();
        foreach (var (mime, value) in Formats)
        {
            data[mime] = value switch
            {
                string text => JsonValue.Create(text),
                byte[] bytes => JsonValue.Create(Convert.ToBase64String(bytes)),
                JsonNode json => json.DeepClone(),          // a node has one parent, and a bundle may be shown twice
                _ => throw new InvalidOperationException($"{mime}: a bundle holds text, bytes or JSON, not {value.GetType()}."),
            };
        }
        return data;
    }
}

/// <summary>A thing of the kernel's own that says itself how it is shown, and differently from one to the next: a widget.</summary>
internal interface IShowsItself
{
    /// <summary>As it looks now.</summary>
    MimeBundle ToMime();
}
