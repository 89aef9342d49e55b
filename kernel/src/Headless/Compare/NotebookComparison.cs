using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Workbook.Kernel.Headless.Compare;

/// <summary>Which cell of one notebook is which of another, and which of them differ.</summary>
internal static partial class NotebookComparison
{
    private const string End = "the end";                                           // so that a notebook without cells has a line, too; no cell's key
    private const string WidgetView = "application/vnd.jupyter.widget-view+json";

    /// <summary>All cells of both in one order, side by side: the same cell is the one with the same id, or where ids are no help, with the same text.</summary>
    public static IReadOnlyList<CellPair> Of(Notebook before, Notebook after)
    {
        var common = Ids(before).Intersect(Ids(after)).ToHashSet();
        string[] Keys(Notebook notebook) => [.. notebook.Cells.Select(cell => cell.Id is { } id && common.Contains(id) ? id : Line(cell))];
        var (left, right) = (Keys(before), Keys(after));
        var pairs = new List<CellPair>();
        var (a, b) = (0, 0);
        void Alike(int until)
        {
            while (a < until) pairs.Add(new(before.Cells[a++], after.Cells[b++]));
        }
        foreach (var block in Differ.Instance.CreateDiffs(string.Join('\n', [.. left, End]), string.Join('\n', [.. right, End]), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).DiffBlocks)
        {
            Alike(block.DeleteStartA);
            var (goneUntil, comeUntil) = (a + block.DeleteCountA, b + block.InsertCountB);
            while (a < goneUntil && b < comeUntil && before.Cells[a].IsCode == after.Cells[b].IsCode && Unknown(left[a], common) && Unknown(right[b], common))
                pairs.Add(new(before.Cells[a++], after.Cells[b++]));                // in the same place and of the same kind: one was edited
            while (a < goneUntil) pairs.Add(new(before.Cells[a++], null));
            while (b < comeUntil) pairs.Add(new(null, after.Cells[b++]));
        }
        Alike(before.Cells.Count);
        return pairs;
    }

    /// <summary>An output as two runs must agree on it: without its number, and without what every run makes up anew.</summary>
    public static string Lasting(JsonNode output)
    {
        var copy = output.DeepClone().AsObject();
        copy.Remove("execution_count");
        copy.Remove("metadata");
        if (copy["data"] is JsonObject data && data.ContainsKey(WidgetView)) data[WidgetView] = null;
        foreach (var holder in new[] { copy, copy["data"] as JsonObject }.OfType<JsonObject>())
            foreach (var (name, value) in holder.ToList())
                if (value is JsonArray) holder[name] = NotebookJson.Joined(value);
        return Guids().Replace(NotebookJson.Compact(NotebookJson.Sorted(copy)!), "");
    }

    private static IEnumerable<string> Ids(Notebook notebook) => notebook.Cells.Select(cell => cell.Id).OfType<string>();

    private static bool Unknown(string key, HashSet<string> common) => !common.Contains(key);

    private static string Line(NotebookCell cell) => $"{(cell.IsCode ? "code" : "prose")} {cell.Source.ReplaceLineEndings("⏎")}";

    [GeneratedRegex(@"\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b")]
    private static partial Regex Guids();
}

/// <summary>A cell of two notebooks, or of one of them alone.</summary>
internal sealed record CellPair(NotebookCell? Before, NotebookCell? After)
{
    /// <summary>Whether the text is another, or there is none on one side.</summary>
    public bool SourceDiffers => Before?.Source.ReplaceLineEndings() != After?.Source.ReplaceLineEndings();

    /// <summary>Whether what the cell gave is something else.</summary>
    public bool OutputsDiffer => !Given(Before).SequenceEqual(Given(After));

    /// <summary>Whether a reader would want to see it.</summary>
    public bool Differs => SourceDiffers || OutputsDiffer;

    private static IEnumerable<string> Given(NotebookCell? cell) => cell is { IsCode: true } ? cell.Outputs.Select(output => NotebookComparison.Lasting(output!)) : [];
}
