namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>The languages that a cell, or a block of one, can be written in.</summary>
internal enum CellLanguage
{
    /// <summary>What a cell is in unless it says otherwise.</summary>
    CSharp,

    /// <summary>After <c>#!fsharp</c>.</summary>
    FSharp,
}
