using System.Globalization;

namespace Workbook.Kernel.Cells.Values;

/// <summary>A shape as a terminal shows it.</summary>
internal static class TextOf
{
    private const int Longest = 100_000;

    public static string Write(Shape shape)
    {
        var text = Bare(shape);
        return text.Length <= Longest ? text : text[..Longest] + string.Create(CultureInfo.InvariantCulture, $"… ({text.Length:N0} characters)");
    }

    /// <summary>In one line, at most so long: for the head of something folded away.</summary>
    public static string Short(Shape shape, int length)
    {
        var text = Bare(shape).ReplaceLineEndings(" ");
        return text.Length <= length ? text : text[..length] + "…";
    }

    private static string Bare(Shape shape) => shape switch
    {
        Shape.Leaf leaf => leaf.Text,
        Shape.Group group => $"({string.Join(", ", group.Items.Select(Inside))})",
        Shape.Row row => $"[{string.Join(", ", row.Items.Select(Inside))}{Rest(row.More, row.Count, "items")}]",
        Shape.Map map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Inside(entry.Key)}: {Inside(entry.Value)}"))}{Rest(map.More, map.Count, "entries")} }}",
        Shape.Thing thing => $"{thing.Type} {{ {string.Join(", ", thing.Members.Select(member => $"{member.Name} = {Inside(member.Value)}"))} }}".TrimStart(),
        Shape.Grid { IsNamed: false } grid => $"[{string.Join(",\n ", grid.Rows.Select(row => $"[{string.Join(", ", row.Select(Inside))}{Rest(grid.ColumnCount > row.Count, grid.ColumnCount, "columns")}]"))}{Rest(grid.Count > grid.Rows.Count, grid.Count, "rows")}]",
        Shape.Grid grid => Aligned(grid),
        _ => "",
    };

    private static string Inside(Shape shape) => shape switch
    {
        Shape.Leaf { Kind: LeafKind.Text } leaf => $"\"{leaf.Text}\"",
        Shape.Leaf { Kind: LeafKind.Letter } leaf => $"'{leaf.Text}'",
        _ => Bare(shape),
    };

    private static string Rest(bool more, int? count, string things) => !more ? ""
        : count is { } all ? string.Create(CultureInfo.InvariantCulture, $", … ({all:N0} {things})") : ", …";

    // Names, a line, rows: numbers to the right, everything else to the left.
    private static string Aligned(Shape.Grid grid)
    {
        string[][] rows = [[.. grid.Columns], .. grid.Rows.Select(row => row.Select(cell => Short(cell, 60)).ToArray())];
        var widths = Enumerable.Range(0, grid.Columns.Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var numeric = Enumerable.Range(0, grid.Columns.Count).Select(column => HtmlOf.IsNumeric(grid.Rows.Select(row => row[column]))).ToArray();
        var lines = rows.Select(row => string.Join("  ", row.Select((cell, i) => numeric[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd()).ToList();
        lines.Insert(1, string.Join("  ", widths.Select(width => new string('-', width))));
        if (grid.Count > grid.Rows.Count) lines.Add(string.Create(CultureInfo.InvariantCulture, $"… ({grid.Count - grid.Rows.Count:N0} more)"));
        return string.Join('\n', lines);
    }
}
