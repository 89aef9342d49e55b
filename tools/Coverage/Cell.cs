using System.Text.Json.Nodes;

namespace Workbook.Coverage;

/// <summary>One cell, with what its metadata says about the course.</summary>
/// <param name="Position">1 for the first cell of the notebook.</param>
/// <param name="Kind">Prose, code or raw.</param>
/// <param name="Source">Its text.</param>
/// <param name="Topics">Numbers of the topics it treats.</param>
/// <param name="Lecture">Where the lectures treat them, such as <c>S4:93</c>.</param>
/// <param name="Papers">Keys of papers in references.bib.</param>
/// <param name="Exercise">The exercise it holds, such as <c>01.compute</c>.</param>
/// <param name="MayFail">Whether it is there to show an error: the tag raises-exception says so.</param>
/// <param name="Outputs">What running it gave, as saved.</param>
/// <param name="WasRun">Whether the saved file has it executed.</param>
public sealed record Cell(
    int Position, CellKind Kind, string Source, IReadOnlyList<int> Topics, string? Lecture, IReadOnlyList<string> Papers, string? Exercise, bool MayFail,
    IReadOnlyList<JsonNode> Outputs, bool WasRun)
{
    /// <summary>The lines that say something: not empty, not only a comment.</summary>
    public IEnumerable<string> Lines => Source.Split('\n').Where(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//"));

    internal static Cell From(int position, JsonObject cell)
    {
        var course = cell["metadata"]?["workbook"];
        return new(
            position,
            Enum.Parse<CellKind>((string)cell["cell_type"]!, ignoreCase: true),
            Joined(cell["source"]),
            course?["topics"]?.AsArray().Select(topic => (int)topic!).ToList() ?? [],
            (string?)course?["lecture"],
            ((string?)course?["paper"])?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            (string?)course?["exercise"],
            cell["metadata"]?["tags"]?.AsArray().Any(tag => (string?)tag == "raises-exception") ?? false,
            cell["outputs"]?.AsArray().Select(output => output!).ToList() ?? [],
            cell["execution_count"] is not null);
    }

    /// <summary>A text that a notebook file keeps whole or line by line.</summary>
    public static string Joined(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string?)text ?? "";
}
