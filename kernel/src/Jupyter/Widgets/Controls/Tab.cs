namespace Workbook.Widgets;

/// <summary>Widgets behind tabs; the first is seen at first.</summary>
public sealed class Tab(params IEnumerable<(string Title, Widget Child)> pages) : Container("Tab", pages, 0);
