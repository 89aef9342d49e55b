namespace Workbook.Ledger;

/// <summary>One seed's numbers.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Minutes">How long it took.</param>
/// <param name="Values">The named numbers.</param>
public sealed record Run(int Seed, double Minutes, IReadOnlyDictionary<string, double> Values);
