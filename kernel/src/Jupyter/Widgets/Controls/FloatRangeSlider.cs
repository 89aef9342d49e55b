namespace Workbook.Widgets;

/// <summary>Two numbers between two others: within 0 to 100 by 0.1 unless said otherwise.</summary>
public sealed class FloatRangeSlider() : RangeSlider<double>("FloatRangeSlider", 100, 0.1, ".2f");
