namespace Workbook.Widgets;

/// <summary>A number between two others: 0 to 100 by 0.1 unless said otherwise.</summary>
public sealed class FloatSlider() : Slider<double>("FloatSlider", 100, 0.1, ".2f");
