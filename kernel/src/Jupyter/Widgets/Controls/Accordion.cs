namespace Workbook.Widgets;

/// <summary>Widgets below headings, folded up.</summary>
public sealed class Accordion(params IEnumerable<(string Title, Widget Child)> pages) : Container("Accordion", pages, null);
