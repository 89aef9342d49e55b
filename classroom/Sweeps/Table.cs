using System.Globalization;
using CsvHelper;

namespace Workbook.Sweeps;

/// <summary>What a sweep measured, as one table: a row a point.</summary>
internal sealed class Table
{
    private const string Seed = "Seed";
    private readonly IReadOnlyList<string> settings;
    private readonly IReadOnlyList<Outcome> rows;

    /// <summary>The points of a plan that have ended, in its order.</summary>
    public Table(Plan plan, IEnumerable<Outcome> outcomes)
    {
        settings = [.. plan.Axes.Select(axis => axis.Name)];
        rows = [.. outcomes];
        Varied = [.. plan.Varied.Select(axis => axis.Name)];
        Measures = [.. rows.SelectMany(row => row.Measures.Keys).Distinct()];
    }

    /// <summary>The settings that differ between points.</summary>
    public IReadOnlyList<string> Varied { get; }

    /// <summary>What was measured.</summary>
    public IReadOnlyList<string> Measures { get; }

    /// <summary>Points that differ in their seed alone, together: their settings, and each measure's values.</summary>
    public IReadOnlyList<(IReadOnlyDictionary<string, string> Settings, IReadOnlyList<Outcome> Of)> Groups => [.. rows.Where(row => row.Failure is null)
        .GroupBy(row => string.Join('\n', Varied.Where(name => name != Seed).Select(name => row.Settings[name])))
        .Select(group => ((IReadOnlyDictionary<string, string>)Varied.Where(name => name != Seed).ToDictionary(name => name, name => group.First().Settings[name]), (IReadOnlyList<Outcome>)[.. group]))];

    /// <summary>Every point with all that was set and measured.</summary>
    public string Csv()
    {
        string[] header = [.. settings, .. Measures, "Seconds", "Failure"];
        return Written(header, rows.Select(row => (IEnumerable<string>)
            [.. settings.Select(name => row.Settings[name]), .. Measures.Select(name => row.Measures.TryGetValue(name, out var value) ? Exact(value) : ""), Exact(row.Seconds), row.Failure ?? ""]));
    }

    /// <summary>Mean and standard deviation over the seeds.</summary>
    public string SummaryCsv()
    {
        string[] names = [.. Varied.Where(name => name != Seed)];
        string[] header = [.. names, "Runs", .. Measures.SelectMany(name => new[] { name, name + " deviation" })];
        return Written(header, Groups.Select(group => (IEnumerable<string>)
            [.. names.Select(name => group.Settings[name]), group.Of.Count.ToString(CultureInfo.InvariantCulture), .. Measures.SelectMany(name => Of(group.Of, name) is var (mean, deviation) ? new[] { Exact(mean), Exact(deviation) } : [])]));
    }

    /// <summary>Mean and standard deviation of a measure; the second is not-a-number for one point alone.</summary>
    public static (double Mean, double Deviation) Of(IReadOnlyList<Outcome> points, string measure)
    {
        double[] values = [.. points.Select(point => point.Measures.GetValueOrDefault(measure, double.NaN))];
        var mean = values.Average();
        return (mean, values.Length > 1 ? Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)) : double.NaN);
    }

    /// <summary>The summary for a terminal, and the points that failed below it.</summary>
    public override string ToString()
    {
        string[] names = [.. Varied.Where(name => name != Seed)];
        string[][] lines = [[.. names, "runs", .. Measures], .. Groups.Select(group => (string[])
            [.. names.Select(name => group.Settings[name]), group.Of.Count.ToString(CultureInfo.InvariantCulture), .. Measures.Select(name => Short(Of(group.Of, name)))])];
        var widths = lines[0].Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        var table = lines.Select(line => string.Join("  ", line.Select((cell, column) => cell.PadLeft(widths[column]))));
        var failed = rows.Where(row => row.Failure is not null).Select(row => $"failed: {new Point(row.Key, Shown(row))}: {row.Failure}");
        return string.Join('\n', [.. table, .. failed]);
    }

    private Dictionary<string, string> Shown(Outcome row) => row.Settings.Where(pair => Varied.Contains(pair.Key)).ToDictionary();

    private static string Short((double Mean, double Deviation) value) => double.IsNaN(value.Deviation)
        ? value.Mean.ToString("G5", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{value.Mean:G5} ± {value.Deviation:G2}");

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Written(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions(), leaveOpen: true))
            foreach (var row in rows.Prepend(header)) csv.WriteRecord([.. row]);
        return text.ToString();
    }
}
