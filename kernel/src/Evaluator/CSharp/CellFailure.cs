namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>The cell cannot go on, and the error is already written for people.</summary>
internal sealed class CellFailure(CellError error) : Exception(error.Message)
{
    public CellError Error { get; } = error;
}
