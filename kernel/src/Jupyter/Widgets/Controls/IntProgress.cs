namespace Workbook.Widgets;

/// <summary>How far something has come, from 0 to 100 unless said otherwise.</summary>
public sealed class IntProgress() : Progress<int>("IntProgress", 100);
