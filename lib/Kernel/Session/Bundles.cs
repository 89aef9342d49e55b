using System.Text.Json.Nodes;
using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>MIME bundles as the protocol carries them: text as it is, pictures in base64, structures as JSON.</summary>
internal static class Bundles
{
    /// <summary>The <c>data</c> of a message.</summary>
    public static JsonObject ToJson(this MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mime, value) in bundle.Formats)
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
