namespace Workbook.Widgets;

/// <summary>How far something has come, from 0 to 100 unless said otherwise.</summary>
public sealed class FloatProgress() : Progress<double>("FloatProgress", 100);
