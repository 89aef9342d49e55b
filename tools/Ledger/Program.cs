using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using Workbook.Data;
using Workbook.Ledger;

// usage: Workbook.Ledger ROOT                                  every row, and what was measured
//        Workbook.Ledger ROOT NAME [--record]                  one row, measured now; --record keeps it
var file = new LedgerFile(args[0]);
var recorded = file.Read();
switch (args[1..])
{
    case []:
        foreach (var row in Claim.All) Console.WriteLine($"{row.Name,-26} {Outcome(row)}");
        return 0;
    case [var name, .. var rest] when Claim.All.FirstOrDefault(row => row.Name == name) is { } claim && rest is [] or ["--record"]:
        return Measure(Claim.All.First(row => row.Name == args[1]), record: args.Contains("--record"));
    default:
        Console.Error.WriteLine($"workbook: the ledger has no row '{string.Join(' ', args[1..])}'; it has {string.Join(", ", Claim.All.Select(row => row.Name))}.");
        return 2;
}

string Outcome(Claim claim) => recorded.FirstOrDefault(entry => entry.Claim == claim.Name) is not { } entry
    ? $"not measured yet; target: {claim.Target}"
    : $"{(claim.Holds(entry.Means) ? "reached" : "MISSED ")}  {string.Join(", ", entry.Means.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:G4}")))}";

int Measure(Claim claim, bool record)
{
    Console.WriteLine($"{claim.What}.\nPublished: {claim.Published}\nTarget: {claim.Target}\nLength: {claim.Length}");
    var runs = new List<Run>();
    try
    {
        foreach (var seed in claim.Seeds)
        {
            var clock = Stopwatch.StartNew();
            var values = claim.Measure(seed);
            runs.Add(new(seed, Math.Round(clock.Elapsed.TotalMinutes, 2), values));
            Console.WriteLine($"seed {seed}, {clock.Elapsed.TotalMinutes:0.0} min: {string.Join(", ", values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:G5}")))}");
            claim.Forget(seed);
            if (record) file.Keep(new(claim.Name, Machine(), [.. runs]));            // what is measured is not lost when a later seed is stopped
        }
    }
    catch (MissingDataException missing)
    {
        Console.Error.WriteLine($"workbook: {missing.Message}");
        return 1;
    }
    var entry = new Entry(claim.Name, Machine(), runs);
    Console.Write(LedgerFile.Measured(claim, entry));
    return claim.Holds(entry.Means) ? 0 : 1;
}

static string Machine() => torch.cuda.is_available() ? "a GPU" : $"a CPU, {torch.get_num_threads()} threads";
