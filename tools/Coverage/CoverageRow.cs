namespace Workbook.Coverage;

/// <summary>One topic and what was found for it.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="State">Covered, open or a hole.</param>
/// <param name="Cells">The cells that treat it, as <c>01 cell 12 (S4:87)</c>.</param>
/// <param name="Missing">What is wanted and not there.</param>
public sealed record CoverageRow(Topic Topic, CoverageState State, IReadOnlyList<string> Cells, IReadOnlyList<string> Missing);
