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
            while (a < goneUntil && b < comeUntil && before.Cells[a].IsCode == after.Cells[b].IsCode && !common.Contains(left[a]) && !common.Contains(right[b]))
                pairs.Add(new(before.Cells[a++], after.Cells[b++]));                // in the same place and of the same kind: one was edited
            while (a < goneUntil) pairs.Add(new(before.Cells[a++], null));
            while (b < comeUntil) pairs.Add(new(null, after.Cells[b++]));
        }
        Alike(before.Cells.Count);
        return pairs;
    }

    /// <summary>Whether two cells gave the same: in every format that both have, without numbers of cells and what every run makes up anew.</summary>
    public static bool GaveTheSame(JsonArray before, JsonArray after) => before.Count == after.Count && before.Zip(after).All(pair => AreAlike(pair.First!, pair.Second!));

    private static bool AreAlike(JsonNode before, JsonNode after)
    {
        if (before["data"] is not JsonObject left || after["data"] is not JsonObject right) return Lasting(before) == Lasting(after);
        var common = left.Select(format => format.Key).Where(right.ContainsKey).ToList();
        return common.Count > 0 && common.All(mime => mime == WidgetView || Text(left[mime]) == Text(right[mime]));
    }

    private static string Lasting(JsonNode output) =>
        string.Join('\n', output.AsObject().Where(member => member.Key is not ("execution_count" or "metadata")).OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}: {Text(member.Value)}"));

    private static string Text(JsonNode? value) => Guids().Replace(NotebookJson.TextOf(value) ?? (NotebookJson.Sorted(value) is { } other ? NotebookJson.Compact(other) : ""), "");

    private static IEnumerable<string> Ids(Notebook notebook) => notebook.Cells.Select(cell => cell.Id).OfType<string>();

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
    public bool OutputsDiffer => !NotebookComparison.GaveTheSame(Given(Before), Given(After));

    /// <summary>Whether a reader would want to see it.</summary>
    public bool Differs => SourceDiffers || OutputsDiffer;

    private static JsonArray Given(NotebookCell? cell) => cell is { IsCode: true } ? cell.Outputs : [];
}
