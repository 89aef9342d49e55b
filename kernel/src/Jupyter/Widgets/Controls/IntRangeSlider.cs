namespace Workbook.Widgets;

/// <summary>Two whole numbers between two others: within 0 to 100 by 1 unless said otherwise.</summary>
public sealed class IntRangeSlider() : RangeSlider<int>("IntRangeSlider", 100, 1, "d");
