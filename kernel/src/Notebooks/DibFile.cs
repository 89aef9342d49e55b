using System.Text.Json.Nodes;

namespace Workbook.Kernel.Notebooks;

/// <summary>A <c>.dib</c> file: cells one below the other, each after a line <c>#!language</c>; <c>#!meta</c> heads the file's metadata.</summary>
public static class DibFile
{
    /// <summary>The ending by which such files are told.</summary>
    public const string Ending = ".dib";

    private const string Meta = "meta", Markdown = "markdown", CSharp = "csharp";
    private static readonly HashSet<string> languages = [Meta, Markdown, CSharp, "fsharp", "html", "http", "javascript", "kql", "mermaid", "pwsh", "sql", "value", "webview", "vscode"];

    /// <summary>The same as a notebook of nbformat 4.</summary>
    public static JsonObject ToNotebook(string text)
    {
        var cells = new JsonArray();
        var (language, lines) = (CSharp, new List<string>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            if (line.StartsWith("#!", StringComparison.Ordinal) && languages.Contains(line[2..].Trim()))
            {
                Add(cells, language, lines);
                (language, lines) = (line[2..].Trim(), []);
            }
            else lines.Add(line);
        Add(cells, language, lines);
        return new()
        {
            ["cells"] = cells,
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["display_name"] = "C#", ["language"] = "C#", ["name"] = CSharp } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
    }

    private static void Add(JsonArray cells, string language, List<string> lines)
    {
        var source = string.Join('\n', lines).Trim('\n');
        if (language == Meta || string.IsNullOrWhiteSpace(source)) return;
        var cell = new JsonObject { ["cell_type"] = language == Markdown ? Markdown : "code", ["id"] = $"cell-{cells.Count + 1}", ["metadata"] = new JsonObject(), ["source"] = NotebookJson.Lines(source) };
        if (language != Markdown) (cell["execution_count"], cell["outputs"]) = (null, new JsonArray());
        if (language is not (Markdown or CSharp)) cell["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = language };
        cells.Add((JsonNode)cell);
    }
}
