using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workbook.Display;

namespace Workbook.Ledger;

/// <summary>The ledger on disk: <c>ledger/ledger.json</c> with every measurement, and the page <c>ledger/README.md</c> made from it.</summary>
/// <param name="root">The repository.</param>
public sealed class LedgerFile(string root)
{
    private static readonly JsonSerializerOptions layout =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Json => Path.Combine(root, "ledger", "ledger.json");

    private string Page => Path.Combine(root, "ledger", "README.md");

    /// <summary>What has been measured so far.</summary>
    public IReadOnlyList<Entry> Read() =>
        File.Exists(Json) ? JsonSerializer.Deserialize<List<Entry>>(File.ReadAllText(Json), layout) ?? [] : [];

    /// <summary>Keeps a measurement, in place of the one of the same claim, and makes the page anew.</summary>
    public void Keep(Entry entry)
    {
        var entries = Read().Where(other => other.Claim != entry.Claim).Append(entry);
        IReadOnlyList<Entry> ordered = [.. Claim.All.Join(entries, claim => claim.Name, other => other.Claim, (_, other) => other)];
        Write(Json, JsonSerializer.Serialize(ordered, layout) + "\n");
        Write(Page, Render(ordered));
    }

    /// <summary>The page as text.</summary>
    public static string Render(IReadOnlyList<Entry> entries)
    {
        var text = new StringBuilder("""
            # Ledger

            Figures in print, and ours beside them. Each row is made by one command, `./workbook ledger NAME`, which prints the number anew;
            `--record` writes it here. Mean ± standard deviation over the seeds, and the time of one seed. This page is made from `ledger.json`.


            """.ReplaceLineEndings("\n"));
        foreach (var claim in Claim.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {claim.Name}\n\n{claim.What}.\n\n");
            text.Append(CultureInfo.InvariantCulture, $"- Published: {claim.Published}\n- Target: {claim.Target}\n- Length: {claim.Length}\n");
            text.Append(entries.FirstOrDefault(entry => entry.Claim == claim.Name) is { } entry ? Measured(claim, entry) : "- Not measured yet\n");
            text.Append(CultureInfo.InvariantCulture, $"- Command: `./workbook ledger {claim.Name}`\n\n");
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The lines that say what came out.</summary>
    public static string Measured(Claim claim, Entry entry)
    {
        var (means, deviations) = (entry.Means, entry.Deviations);
        var verdict = claim.Holds(means) ? "reached" : "**missed**";
        var seeds = entry.Runs.Count == 1 ? "one run" : $"seeds {string.Join(", ", entry.Runs.Select(run => run.Seed))}";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"- Measured, target {verdict} ({seeds}; {entry.Runs.Average(run => run.Minutes):0.0} min each on {entry.Machine}):\n\n");
        text.Append("  | | |\n  |---|---|\n");
        foreach (var (name, mean) in means)
            text.Append(CultureInfo.InvariantCulture, $"  | {name} | {mean:G4}{(entry.Runs.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ± {deviations[name]:G2}") : "")} |\n");
        return text.Append('\n').ToString();
    }

    private static void Write(string path, string text) => WholeFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)));
}
