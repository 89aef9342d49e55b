using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Grading;

/// <summary>What outputs say: verdicts, errors, printed text.</summary>
internal static class Verdicts
{
    private const string Mime = "application/vnd.workbook.check+json";
    private const int LongestText = 20_000;

    /// <summary>The verdicts among them.</summary>
    public static IReadOnlyList<JsonObject> In(JsonArray outputs) => [.. outputs.Select(output => output?["data"]?[Mime]).OfType<JsonObject>()];

    /// <summary>The error that ended the cell, in a line: "CS0103: …"; null where none did.</summary>
    public static string? Error(JsonArray outputs) => outputs.LastOrDefault(output => (string?)output?["output_type"] == "error") is { } error
        ? Short($"{error["ename"]}: {error["evalue"]}")
        : null;

    /// <summary>What was printed, and shown as text; verdicts are left out.</summary>
    public static string Printed(JsonArray outputs) => Short(string.Concat(outputs.Where(output => output?["data"]?[Mime] is null).Select(output => (string?)output?["output_type"] switch
    {
        "stream" => NotebookJson.TextOf(output!["text"]),
        "error" => null,
        _ => NotebookJson.TextOf(output?["data"]?["text/plain"]) + "\n",
    })));

    /// <summary>A field of a verdict, as text.</summary>
    public static string Text(JsonObject verdict, string field) => Short(NotebookJson.TextOf(verdict[field]) ?? "");

    private static string Short(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}\n[{text.Length - LongestText:N0} more characters]";
}
