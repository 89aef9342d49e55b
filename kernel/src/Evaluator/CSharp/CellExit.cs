namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>The cell asks the session to end.</summary>
internal sealed class CellExit(int code) : Exception
{
    public int Code { get; } = code;
}
