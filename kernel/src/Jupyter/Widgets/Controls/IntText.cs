namespace Workbook.Widgets;

/// <summary>A whole number that can be typed.</summary>
public sealed class IntText() : NumberInput<int>("IntText", 1);
