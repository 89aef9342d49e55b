using System.Globalization;
using System.Net;
using System.Text;

namespace Workbook.Kernel.Cells.Values;

/// <summary>A shape as HTML: a table for what has parts, folded where it lies inside another; nothing for what reads better as a line of text.</summary>
internal static class HtmlOf
{
    /// <summary>How long the head of something folded away may be.</summary>
    private const int HeadLength = 60;

    // Colours come from the page, so that the table is at home in light and dark; doubled selectors outweigh the page's own rules for tables.
    private const string Style = """
        <style>
        .wb-value.wb-value table { border: 0; border-collapse: collapse; margin: .2em 0; width: auto; color: inherit; }
        .wb-value.wb-value tr { background: none; }
        .wb-value.wb-value tbody tr:hover { background: rgba(128, 128, 128, .1); }
        .wb-value.wb-value th, .wb-value.wb-value td { border: 0; border-bottom: 1px solid rgba(128, 128, 128, .25); padding: .25em .7em; text-align: left; vertical-align: top; max-width: 45em; white-space: pre-wrap; }
        .wb-value.wb-value thead th { border-bottom: 1px solid rgba(128, 128, 128, .7); font-weight: 600; }
        .wb-value.wb-value tbody th { font-weight: normal; opacity: .65; }
        .wb-value.wb-value .wb-number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .wb-value.wb-value .wb-null, .wb-value.wb-value p { opacity: .6; margin: .2em .7em; font-size: .9em; }
        .wb-value.wb-value .wb-null { margin: 0; font-style: italic; }
        .wb-value.wb-value summary { display: list-item; cursor: pointer; }
        </style>
        """;

    /// <summary>The HTML of a value, or null for what is better read as text: one piece of it, a tuple, a row of numbers.</summary>
    public static string? Write(Shape shape) => shape switch
    {
        Shape.Leaf { Html: { } html } => Framed(html),
        _ when IsLine(shape) => null,
        _ => Framed(Table(shape)),
    };

    /// <summary>A text as it stands.</summary>
    public static string Preformatted(string text) => $"<pre>{WebUtility.HtmlEncode(text)}</pre>";

    /// <summary>A table, also of what would be a line of text.</summary>
    public static string WriteTable(Shape shape) => shape is Shape.Leaf leaf ? Framed(Piece(leaf)) : Framed(Table(shape));

    /// <summary>Whether all that is there are numbers.</summary>
    public static bool IsNumeric(IEnumerable<Shape> column)
    {
        var found = false;
        foreach (var cell in column)
        {
            if (cell is not Shape.Leaf { Kind: LeafKind.Number or LeafKind.Null } leaf) return false;
            found |= leaf.Kind == LeafKind.Number;
        }
        return found;
    }

    private static string Framed(string html) => $"<div class=\"wb-value\">{Style}{html}</div>";

    private static bool IsLine(Shape shape) => shape switch
    {
        Shape.Leaf leaf => leaf.Html is null,
        Shape.Group group => group.Items.All(item => item is Shape.Leaf { Html: null } or Shape.Group && IsLine(item)),
        Shape.Row row => row.Items.All(item => item is Shape.Leaf { Html: null } or Shape.Group && IsLine(item)),
        _ => false,
    };

    private static string Table(Shape shape) => shape switch
    {
        Shape.Row row => Sequence(row),
        Shape.Group group => Rows(["", "value"], Numbered(group.Items.Select(item => new[] { item })), numbered: true),
        Shape.Map map => Rows(["key", "value"], [.. map.Entries.Select(entry => new[] { entry.Key, entry.Value })]) + More(map.More, map.Count - map.Entries.Count),
        Shape.Thing { Members: [] } thing => WebUtility.HtmlEncode(TextOf.Write(thing)),
        Shape.Thing thing => Rows([], [.. thing.Members.Select(member => new[] { new Shape.Leaf(member.Name), member.Value })], numbered: true),
        Shape.Grid grid => Grid(grid),
        Shape.Leaf leaf => Piece(leaf),
        _ => "",
    };

    // Things of one kind become rows with a column for each member; anything else a column of values.
    private static string Sequence(Shape.Row row)
    {
        var members = row.Items.Select(NamedOf).ToList();
        var names = members.FirstOrDefault()?.Select(member => member.Name).ToList() ?? [];
        var uniform = names.Count > 0 && members.TrueForAll(item => item is not null && item.Select(member => member.Name).SequenceEqual(names));
        var table = uniform
            ? Rows(["", .. names], Numbered(members.Select(item => item!.Select(member => member.Value).ToArray())), numbered: true)
            : Rows(["", "value"], Numbered(row.Items.Select(item => new[] { item })), numbered: true);
        return table + More(row.More, row.Count - row.Items.Count);
    }

    // What has names: members, or keys that are text.
    private static IReadOnlyList<(string Name, Shape Value)>? NamedOf(Shape shape) => shape switch
    {
        Shape.Thing thing => thing.Members,
        Shape.Map { More: false } map when map.Entries.All(entry => entry.Key is Shape.Leaf { Kind: LeafKind.Text }) => [.. map.Entries.Select(entry => (((Shape.Leaf)entry.Key).Text, entry.Value))],
        _ => null,
    };

    private static string Grid(Shape.Grid grid)
    {
        var wider = grid.ColumnCount > grid.Columns.Count;
        string[] heads = ["", .. grid.Columns, .. wider ? ["…"] : Array.Empty<string>()];
        var rows = grid.Rows.Select(row => wider ? [.. row, new Shape.Leaf("…")] : row.ToArray());
        return Rows(heads, Numbered(rows), numbered: true) + More(grid.Count > grid.Rows.Count, grid.Count - grid.Rows.Count);
    }

    private static Shape[][] Numbered(IEnumerable<Shape[]> rows) => [.. rows.Select((row, i) => (Shape[])[Scalar.Of(i), .. row])];

    private static string Rows(IReadOnlyList<string> heads, Shape[][] rows, bool numbered = false)
    {
        var width = rows.Length == 0 ? heads.Count : rows[0].Length;
        var classes = Enumerable.Range(0, width).Select(column => heads.Count > 0 && IsNumeric(rows.Select(row => row[column])) ? " class=\"wb-number\"" : "").ToArray();
        var html = new StringBuilder("<table>");
        if (heads.Count > 0) html.Append("<thead><tr>").AppendJoin("", heads.Select((head, i) => $"<th{classes[i]}>{WebUtility.HtmlEncode(head)}</th>")).Append("</tr></thead>");
        html.Append("<tbody>");
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", row.Select((cell, i) => i == 0 && numbered ? $"<th>{Cell(cell)}</th>" : $"<td{classes[i]}>{Cell(cell)}</td>")).Append("</tr>");
        return html.Append("</tbody></table>").ToString();
    }

    private static string More(bool more, int? left) => !more ? ""
        : left is { } count ? string.Create(CultureInfo.InvariantCulture, $"<p>… ({count:N0} more)</p>") : "<p>… (more)</p>";

    private static string Cell(Shape shape) => shape switch
    {
        Shape.Leaf leaf => Piece(leaf),
        _ when IsLine(shape) => WebUtility.HtmlEncode(TextOf.Write(shape)),
        _ => $"<details><summary>{WebUtility.HtmlEncode(TextOf.Short(shape, HeadLength))}</summary>{Table(shape)}</details>",
    };

    private static string Piece(Shape.Leaf leaf) => leaf.Html
        ?? (leaf.Kind == LeafKind.Null ? "<span class=\"wb-null\">null</span>" : WebUtility.HtmlEncode(leaf.Text));
}
