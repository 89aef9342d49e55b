namespace Workbook.Widgets;

/// <summary>Widgets side by side.</summary>
public sealed class HBox(params IEnumerable<Widget> children) : Box("HBox", children);
