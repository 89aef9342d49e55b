using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Publish;

/// <summary>A notebook with outputs, on its way into the repository.</summary>
public sealed class ExecutedNotebook
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private static readonly JsonWriterOptions Layout = new() { Indented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonObject root;

    private ExecutedNotebook(JsonObject root) => this.root = root;

    /// <summary>Reads an <c>.ipynb</c> file of format 4.</summary>
    /// <exception cref="InvalidDataException">The file is no such notebook.</exception>
    public static ExecutedNotebook Read(string path)
    {
        var root = JsonNode.Parse(File.ReadAllText(path)) as JsonObject;
        return (int?)root?["nbformat"] == 4 && root["cells"] is JsonArray
            ? new(root)
            : throw new InvalidDataException($"{path}: expected a notebook of format 4 with cells.");
    }

    /// <summary>Cells with their numbers, counted from 1.</summary>
    public IEnumerable<(int Number, JsonObject Cell)> Cells => root["cells"]!.AsArray().Select((cell, place) => (place + 1, cell!.AsObject()));

    /// <summary>Every shown thing: the number of its cell, and its formats by MIME type.</summary>
    public IEnumerable<(int Cell, JsonObject Formats)> Shown =>
        from cell in Cells
        from output in cell.Cell["outputs"] as JsonArray ?? []
        where output?["data"] is JsonObject
        select (cell.Number, output["data"]!.AsObject());

    /// <summary>Every figure.</summary>
    public IEnumerable<PublishedFigure> Figures() => Shown.Where(shown => shown.Formats.ContainsKey(Plotly)).Select(shown => new PublishedFigure(shown.Formats, Plotly));

    /// <summary>Figure → its picture, for those that have one: a figure that did not change keeps its picture.</summary>
    public Dictionary<string, string> Pictures() => Figures().Where(figure => figure.Picture is not null).GroupBy(figure => figure.Json).ToDictionary(same => same.Key, same => same.First().Picture!);

    /// <summary>Takes out what changes at every run without being a result, and pages that only repeat a picture.</summary>
    public void Tidy()
    {
        foreach (var (_, cell) in Cells)
            (cell["metadata"] as JsonObject)?.Remove("execution");
        foreach (var (_, formats) in Shown)
            if (formats.ContainsKey("image/png") && Text(formats["text/html"]) is { } page && page.Contains("workbook-images", StringComparison.Ordinal) && !page.Contains("<div style", StringComparison.Ordinal))
                formats.Remove("text/html");
    }

    /// <summary>The file: one space of indentation as Jupyter writes it, but every figure on one line.</summary>
    public string ToText()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout))
            Write(root, writer);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>A notebook keeps a text whole or as a list of lines.</summary>
    public static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value => value.TryGetValue<string>(out var text) ? text : null,
        _ => null,
    };

    private static void Write(JsonNode? node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case null: writer.WriteNullValue(); break;
            case JsonArray array:
                writer.WriteStartArray();
                foreach (var item in array) Write(item, writer);
                writer.WriteEndArray();
                break;
            case JsonObject json:
                writer.WriteStartObject();
                foreach (var (name, value) in json)
                {
                    writer.WritePropertyName(name);
                    if (name == Plotly) writer.WriteRawValue(PublishedFigure.Compact(value!));
                    else Write(value, writer);
                }
                writer.WriteEndObject();
                break;
            default: node.WriteTo(writer); break;
        }
    }
}
