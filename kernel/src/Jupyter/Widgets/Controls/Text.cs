namespace Workbook.Widgets;

/// <summary>A line of text.</summary>
public sealed class Text() : TextInput("Text");
