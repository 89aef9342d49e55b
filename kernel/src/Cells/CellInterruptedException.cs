namespace Workbook.Kernel.Cells;

/// <summary>The person at the front end stopped the cell.</summary>
public sealed class CellInterruptedException() : OperationCanceledException("The cell was stopped.");
