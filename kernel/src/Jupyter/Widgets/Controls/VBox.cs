namespace Workbook.Widgets;

/// <summary>Widgets one below the other.</summary>
public sealed class VBox(params IEnumerable<Widget> children) : Box("VBox", children);
