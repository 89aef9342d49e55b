using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Notebooks;

/// <summary>An <c>.ipynb</c> file (nbformat 4): cells, and whatever else it holds, kept as it is.</summary>
public sealed class Notebook
{
    private readonly JsonObject root;
    private readonly List<NotebookCell> cells;
    private readonly string? usual;                                                 // what cells are written in

    private Notebook(JsonObject root, string path)
    {
        this.root = root;
        FilePath = path;
        usual = root["metadata"] is JsonObject { } metadata && metadata["kernelspec"] is JsonObject kernel && kernel["language"]?.ToString() == "F#" ? "fsharp" : null;
        cells = [.. root["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject(), usual))];
    }

    /// <summary>Where it was read from.</summary>
    public string FilePath { get; }

    /// <summary>The file's name without its ending: <c>01-autoencoders</c>.</summary>
    public string Name => Path.GetFileNameWithoutExtension(FilePath);

    public IReadOnlyList<NotebookCell> Cells => cells;

    /// <summary>A new code cell that stands at this place.</summary>
    public NotebookCell Insert(int place, string source, string tag)
    {
        var json = new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = tag,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
            ["outputs"] = new JsonArray(),
            ["source"] = NotebookJson.Lines(source),
        };
        if (cells.All(cell => cell.Id is null)) json.Remove("id");                  // a file older than nbformat 4.5 has none
        root["cells"]!.AsArray().Insert(place, json);
        cells.Insert(place, new(json, usual));
        return cells[place];
    }

    /// <summary>Takes a cell out.</summary>
    public void Remove(NotebookCell cell)
    {
        var place = cells.IndexOf(cell);
        root["cells"]!.AsArray().RemoveAt(place);
        cells.RemoveAt(place);
    }

    /// <summary>Reads a notebook, an <c>.ipynb</c> or a <c>.dib</c>.</summary>
    /// <exception cref="InvalidDataException">The file is no notebook; the message says what is wrong with it.</exception>
    public static Notebook Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            var root = path.EndsWith(DibFile.Ending, StringComparison.OrdinalIgnoreCase) ? DibFile.ToNotebook(text) : JsonNode.Parse(text) as JsonObject;
            if (root?["cells"] is not JsonArray) throw new InvalidDataException($"{path}: a notebook has a list called cells; this file has none.");
            if ((int?)root["nbformat"] is not 4) throw new InvalidDataException($"{path}: nbformat is {root["nbformat"]?.ToJsonString() ?? "missing"}; only 4 can be read. Jupyter converts older files when it saves them.");
            return new(root, path);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path}: not JSON, line {problem.LineNumber + 1}.", problem);
        }
    }

    /// <summary>The file's text.</summary>
    /// <param name="onOneLine">A MIME type whose values are written without line breaks.</param>
    public string ToText(string? onOneLine = null) => NotebookJson.Write(root, onOneLine);

    /// <summary>Writes it aside and moves it into place, so that nobody finds half a file.</summary>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WholeFile.Write(path, ToText());
    }
}
