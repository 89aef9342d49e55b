namespace Workbook.Widgets;

/// <summary>A number that can be typed.</summary>
public sealed class FloatText() : NumberInput<double>("FloatText", null);
