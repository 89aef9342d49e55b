namespace Workbook.Cells;

/// <summary>Text of a given MIME type, shown as what it is.</summary>
public sealed record Markup(string MimeType, string Content)
{
    /// <summary>The text itself.</summary>
    public override string ToString() => Content;
}
