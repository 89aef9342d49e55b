using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>One cell that was run: which session, its number there, and what was typed.</summary>
internal sealed record HistoryEntry([property: JsonIgnore] int Session, [property: JsonPropertyName("line")] int Line, [property: JsonPropertyName("code")] string Code)
{
    /// <summary>The plain text of its value; remembered while its session lasts.</summary>
    [JsonIgnore] public string? Result { get; set; }

    /// <summary>(session, line, code), or (session, line, (code, result)).</summary>
    public JsonArray ToJson(bool withResult) => [Session, Line, withResult ? new JsonArray(Code, Result) : JsonValue.Create(Code)];
}
