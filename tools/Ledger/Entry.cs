using System.Text.Json.Serialization;

namespace Workbook.Ledger;

/// <summary>What was measured for one claim.</summary>
/// <param name="Claim">Its name.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Runs">One for each seed.</param>
public sealed record Entry(string Claim, string Machine, IReadOnlyList<Run> Runs)
{
    /// <summary>The mean of each number over the seeds.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, double> Means => Over(values => values.Average());

    /// <summary>The standard deviation of each number over the seeds, with divisor n − 1; 0 for a single seed.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, double> Deviations => Over(values =>
        values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1)));

    private Dictionary<string, double> Over(Func<double[], double> statistic) =>
        Runs[0].Values.Keys.ToDictionary(name => name, name => statistic([.. Runs.Select(run => run.Values[name])]));
}
