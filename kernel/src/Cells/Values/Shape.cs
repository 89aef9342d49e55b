namespace Workbook.Kernel.Cells.Values;

/// <summary>What of a value is shown: read from it once, bounded in length and depth, and then written as text and as HTML.</summary>
internal abstract record Shape
{
    /// <summary>One piece.</summary>
    /// <param name="Text">As it reads by itself.</param>
    /// <param name="Kind">How it is set off from other pieces.</param>
    /// <param name="Html">What it says of itself in HTML, if anything.</param>
    public sealed record Leaf(string Text, LeafKind Kind = LeafKind.Plain, string? Html = null) : Shape;

    /// <summary>A sequence: its first items, how many there are if that is known, and whether some are left out.</summary>
    public sealed record Row(IReadOnlyList<Shape> Items, int? Count, bool More) : Shape;

    /// <summary>Values in parentheses.</summary>
    public sealed record Group(IReadOnlyList<Shape> Items) : Shape;

    /// <summary>Keys and their values.</summary>
    public sealed record Map(IReadOnlyList<(Shape Key, Shape Value)> Entries, int? Count, bool More) : Shape;

    /// <summary>A thing with named parts; the type has no name where the compiler made it up.</summary>
    public sealed record Thing(string Type, IReadOnlyList<(string Name, Shape Value)> Members) : Shape;

    /// <summary>Rows of equal length; the columns of an array have no names but their numbers.</summary>
    public sealed record Grid(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Shape>> Rows, int Count, int ColumnCount, bool IsNamed) : Shape;
}

/// <summary>What kind of piece it is: text stands in quotation marks inside other things, numbers stand to the right in a column.</summary>
internal enum LeafKind
{
    Plain,
    Null,
    Number,
    Text,
    Letter,
}
