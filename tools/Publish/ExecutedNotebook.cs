using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Publish;

/// <summary>A notebook with outputs, on its way into the repository.</summary>
public sealed class ExecutedNotebook
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private readonly Notebook notebook;

    private ExecutedNotebook(Notebook notebook) => this.notebook = notebook;

    /// <summary>Reads an <c>.ipynb</c> file of format 4.</summary>
    /// <exception cref="InvalidDataException">The file is no such notebook.</exception>
    public static ExecutedNotebook Read(string path) => new(Notebook.Read(path));

    /// <summary>Cells with their numbers, counted from 1.</summary>
    public IEnumerable<(int Number, NotebookCell Cell)> Cells => notebook.Cells.Select((cell, place) => (place + 1, cell));

    /// <summary>Every shown thing: the number of its cell, and its formats by MIME type.</summary>
    public IEnumerable<(int Cell, JsonObject Formats)> Shown =>
        from cell in Cells
        from output in cell.Cell.Outputs
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
            cell.Metadata.Remove("execution");
        foreach (var (_, formats) in Shown)
            if (formats.ContainsKey("image/png") && NotebookJson.TextOf(formats["text/html"]) is { } page && page.Contains("workbook-images", StringComparison.Ordinal) && !page.Contains("<div style", StringComparison.Ordinal))
                formats.Remove("text/html");
        foreach (var (_, formats) in Shown.Where(shown => shown.Formats.ContainsKey("image/svg+xml")))
            formats.Remove("text/html");          // a page that is not trusted yet would strip the drawing and run its words together; the sentence stays readable
    }

    /// <summary>The file as Jupyter writes it, but every figure on one line.</summary>
    public string ToText() => notebook.ToText(onOneLine: Plotly);
}
