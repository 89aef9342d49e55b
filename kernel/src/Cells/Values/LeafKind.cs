namespace Workbook.Kernel.Cells.Values;

/// <summary>What kind of piece it is: text stands in quotation marks inside other things, numbers stand to the right in a column.</summary>
internal enum LeafKind
{
    Plain,
    Null,
    Number,
    Text,
    Letter,
}
