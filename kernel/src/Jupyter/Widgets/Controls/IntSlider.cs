namespace Workbook.Widgets;

/// <summary>A whole number between two others: 0 to 100 by 1 unless said otherwise.</summary>
public sealed class IntSlider() : Slider<int>("IntSlider", 100, 1, "d");
