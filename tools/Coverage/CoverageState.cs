namespace Workbook.Coverage;

/// <summary>How far a topic has come.</summary>
public enum CoverageState
{
    /// <summary>A cell, a library type and a test, all there.</summary>
    Covered,

    /// <summary>Its notebook is not written yet.</summary>
    Open,

    /// <summary>Its notebook is written and something is missing.</summary>
    Hole,
}
