using System.Net;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Workbook.Kernel.Headless.Compare;

/// <summary>Two notebooks as one page: the cells that differ side by side, line by line, and what they gave below.</summary>
internal static class ComparePage
{
    /// <summary>Writes the page into the folder and says where.</summary>
    public static string Write(Notebook before, Notebook after, IReadOnlyList<CellPair> pairs, string folder)
    {
        var name = before.Name == after.Name ? before.Name : $"{before.Name}-and-{after.Name}";
        return HtmlExport.Write(Page(before, after, pairs), before, folder, $"{name}.compare.html");
    }

    /// <summary>The page's text.</summary>
    public static string Page(Notebook before, Notebook after, IReadOnlyList<CellPair> pairs)
    {
        var (body, alike) = (new StringBuilder(), 0);
        body.Append($"<h1>{Encoded(Summary(pairs))}</h1>\n<div class=\"pair names\"><div>{Encoded(before.FilePath)}</div><div>{Encoded(after.FilePath)}</div></div>\n");
        foreach (var (pair, number) in pairs.Select((pair, i) => (pair, i + 1)))
        {
            if (!pair.Differs)
            {
                alike++;
                continue;
            }
            body.Append(Alike(alike)).Append(Cell(pair, number));
            alike = 0;
        }
        body.Append(Alike(alike));
        return HtmlExport.Page($"{before.Name}, {after.Name}", HtmlExport.Resource("compare.css"), body.ToString());
    }

    /// <summary>How many cells differ, in words.</summary>
    public static string Summary(IReadOnlyList<CellPair> pairs)
    {
        var (edited, gone, come) = (pairs.Count(pair => pair is { Before: not null, After: not null, SourceDiffers: true }), pairs.Count(pair => pair.After is null), pairs.Count(pair => pair.Before is null));
        var other = pairs.Count(pair => pair is { SourceDiffers: false, OutputsDiffer: true });
        string[] parts = [.. new[] { (edited, "edited"), (gone, "only on the left"), (come, "only on the right"), (other, "with another output") }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}")];
        return parts is [] ? $"All {pairs.Count} cells are alike" : $"Of {pairs.Count} cells {string.Join(", ", parts)}";
    }

    private static string Alike(int count) => count == 0 ? "" : $"<p class=\"alike\">{(count == 1 ? "one cell alike" : $"{count} cells alike")}</p>\n";

    private static string Cell(CellPair pair, int number)
    {
        var source = pair.SourceDiffers ? Lines(pair) : $"<pre class=\"code\"><code>{Code(pair.Before!)}</code></pre>";
        var outputs = pair.OutputsDiffer ? $"<div class=\"pair\"><div>{Outputs(pair.Before)}</div><div>{Outputs(pair.After)}</div></div>" : "";
        return $"<section class=\"cell\" id=\"cell-{number}\">{source}{outputs}</section>\n";
    }

    private static string Code(NotebookCell cell) => cell.IsCode ? Highlight.ToHtml(cell) : Encoded(cell.Source);

    private static string Outputs(NotebookCell? cell) => cell is null ? "" : string.Concat(cell.Outputs.Select(output => OutputHtml.Of(output!.AsObject(), still: true)));

    private static string Lines(CellPair pair)
    {
        var model = SideBySideDiffBuilder.Diff(pair.Before?.Source ?? "", pair.After?.Source ?? "", ignoreWhiteSpace: false);
        var rows = model.OldText.Lines.Zip(model.NewText.Lines, (left, right) => $"<tr>{Line(left, pair.Before)}{Line(right, pair.After)}</tr>");
        return $"<table class=\"lines\">{string.Concat(rows)}</table>";
    }

    private static string Line(DiffPiece piece, NotebookCell? cell)
    {
        if (cell is null || piece.Type == ChangeType.Imaginary) return "<td class=\"none\"></td>";
        var kind = piece.Type switch { ChangeType.Unchanged => "", ChangeType.Deleted => "gone", ChangeType.Inserted => "come", _ => "edited" };
        var text = piece.SubPieces.Count == 0 ? Encoded(piece.Text) : string.Concat(piece.SubPieces.Select(Word));
        return $"<td class=\"{kind}\">{text}</td>";
    }

    private static string Word(DiffPiece word) => word.Type is ChangeType.Imaginary ? "" : word.Type is ChangeType.Unchanged ? Encoded(word.Text) : $"<mark>{Encoded(word.Text)}</mark>";

    private static string Encoded(string? text) => WebUtility.HtmlEncode(text) ?? "";
}
