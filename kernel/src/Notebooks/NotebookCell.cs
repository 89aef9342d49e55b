using System.Text.Json.Nodes;

namespace Workbook.Kernel.Notebooks;

/// <summary>One cell of a notebook file.</summary>
/// <param name="json">Its part of the file.</param>
/// <param name="usual">What the notebook's cells are written in unless they say otherwise; null for C#.</param>
public sealed class NotebookCell(JsonObject json, string? usual = null)
{
    public bool IsCode => (string?)json["cell_type"] == "code";

    public bool IsMarkdown => (string?)json["cell_type"] == "markdown";

    /// <summary>What editors and the course have noted beside it; an object of its own where the file has none.</summary>
    public JsonObject Metadata => json["metadata"] as JsonObject ?? [];

    public string Source => HasLooseLines ? string.Join('\n', json["source"]!.AsArray().Select(line => (string?)line)) : NotebookJson.Joined(json["source"]);

    /// <summary>Its lines stand in the file without their ends, as some programs write them: put together as they are, all would be one line.</summary>
    public bool HasLooseLines => json["source"] is JsonArray { Count: > 1 } lines && lines.All(line => line is JsonValue value && value.TryGetValue(out string? text) && !text.Contains('\n'));

    /// <summary>The exercise that the cell holds, such as <c>01.compute</c>.</summary>
    public string? Exercise => json["metadata"]?["workbook"] is JsonObject course ? (string?)course["exercise"] : null;

    /// <summary>What the cell is written in, where its editor or its notebook says that it is not C#: <c>fsharp</c>, <c>mermaid</c>; else null.</summary>
    public string? Language => NotCSharp(Named(json["metadata"]) ?? usual);

    /// <summary>What a cell is written in, by its metadata alone.</summary>
    public static string? LanguageOf(JsonNode? metadata) => NotCSharp(Named(metadata));

    private static string? NotCSharp(string? name) => name is "csharp" ? null : name;

    private static string? Named(JsonNode? metadata) => Noted(metadata, "polyglot_notebook", "kernelName") ?? Noted(metadata, "dotnet_interactive", "language");

    private static string? Noted(JsonNode? metadata, string editor, string key) =>
        (metadata as JsonObject)?[editor] is JsonObject note && note[key] is JsonValue value && value.TryGetValue(out string? name) && name is not "" ? name : null;

    /// <summary>An error here is what the author wants to show.</summary>
    public bool MayFail => HasTag("raises-exception");

    /// <summary>What tells the cell from others of its notebook; null in files older than nbformat 4.5.</summary>
    public string? Id => (string?)json["id"];

    public JsonArray Outputs => json["outputs"] as JsonArray ?? [];

    public int? ExecutionCount
    {
        get => (int?)json["execution_count"];
        set => json["execution_count"] = value;
    }

    /// <summary>Whether its author has put this word on it.</summary>
    public bool HasTag(string tag) => (json["metadata"]?["tags"] as JsonArray)?.Any(noted => (string?)noted == tag) ?? false;

    /// <summary>A picture pasted into the cell: MIME type and base64, or null.</summary>
    public (string Mime, string Base64)? Attachment(string name) =>
        json["attachments"]?[name] is JsonObject data && data.FirstOrDefault() is { Key: { } mime, Value: { } value }
            ? (mime, NotebookJson.Joined(value))
            : null;

    /// <summary>Forgets what an earlier run gave.</summary>
    public void Clear()
    {
        json["outputs"] = new JsonArray();
        json["execution_count"] = null;
    }

    /// <summary>Puts these after what the cell gave before.</summary>
    public void Add(JsonArray outputs)
    {
        while (outputs.Count > 0)
        {
            var output = outputs[0];
            outputs.RemoveAt(0);
            Outputs.Add(output);
        }
    }
}
