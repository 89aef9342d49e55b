namespace Workbook.Coverage;

/// <summary>What a cell is for.</summary>
public enum CellKind
{
    /// <summary>It is read.</summary>
    Markdown,

    /// <summary>It is run.</summary>
    Code,

    /// <summary>It is passed through as it is.</summary>
    Raw,
}
