using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Notebooks;

/// <summary>JSON as Jupyter writes it (one space a level, letters of every alphabet as they are), so that saving changes no line without need.</summary>
public static class NotebookJson
{
    private static readonly JsonSerializerOptions compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a notebook file, its last line ended.</summary>
    /// <param name="node">What to write.</param>
    /// <param name="onOneLine">A name whose values are written without line breaks, such as a MIME type.</param>
    public static string Write(JsonNode node, string? onOneLine = null)
    {
        var text = new StringBuilder();
        Write(node, 0, text, onOneLine);
        return text.Append('\n').ToString();
    }

    /// <summary>The same structure with the keys of every object in alphabetical order, as Jupyter saves them.</summary>
    public static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        null => null,
        _ => node.DeepClone(),
    };

    /// <summary>A text as a notebook keeps it: a list of lines, each with its end.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>The structure without blanks and line breaks, letters as they are.</summary>
    public static string Compact(JsonNode node) => node.ToJsonString(compact);

    /// <summary>The same as <see cref="Joined"/> of what is a text; null of what is none.</summary>
    public static string? TextOf(JsonNode? node) =>
        node is JsonArray || node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? Joined(node) : null;

    /// <summary>A text that is kept whole or as a list of lines.</summary>
    public static string Joined(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)text ?? "";

    private static void Write(JsonNode? node, int depth, StringBuilder text, string? onOneLine)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                Block('{', members, member =>
                {
                    Quote(member.Key, text);
                    text.Append(": ");
                    if (member.Key == onOneLine && member.Value is { } whole) text.Append(Compact(whole));
                    else Write(member.Value, depth + 1, text, onOneLine);
                }, '}', depth, text);
                break;
            case JsonArray { Count: > 0 } items:
                Block('[', items, item => Write(item, depth + 1, text, onOneLine), ']', depth, text);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Quote(value.GetValue<string>(), text);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void Block<T>(char open, IEnumerable<T> parts, Action<T> write, char close, int depth, StringBuilder text)
    {
        text.Append(open);
        var separator = "";
        foreach (var part in parts)
        {
            text.Append(separator).Append('\n').Append(' ', depth + 1);
            write(part);
            separator = ",";
        }
        text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in value)
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => character.ToString(),
            });
        text.Append('"');
    }
}
