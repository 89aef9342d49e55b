using System.Diagnostics;
using Workbook.Sweeps;

// usage: Workbook.Sweeps list                       the runs, their settings, and what they may learn from
//        Workbook.Sweeps point FOLDER KEY           one point of the sweep in a folder, in this process
//        Workbook.Sweeps RUN [NAME=VALUES…] [--on DATA] [--jobs N] [--retries N] [--smoke] [--slurm] [--sbatch OPTION]… --out FOLDER --plotly FILE
try
{
    return args switch
    {
        ["list"] => List(),
        ["point", var path, var key] => One(new SweepFolder(path), key),
        _ => await Sweep(Options.Of(args)),
    };
}
catch (Exception refusal) when (refusal is FormatException or InvalidDataException or InvalidOperationException)
{
    Console.Error.WriteLine($"workbook: {refusal.Message}.");
    return refusal is FormatException ? 2 : 1;
}
catch (IOException full)
{
    Console.Error.WriteLine($"workbook: {full.Message.TrimEnd('.')}. What had been measured before is kept; the same command goes on from there.");
    return 1;
}

static int List()
{
    foreach (var kind in RunKind.All) Console.WriteLine($"{kind.Name}\n    {string.Join(", ", kind.Settings)}");
    Console.WriteLine($"--on {string.Join(", ", ImageSets.Names)}");
    return 0;
}

static int One(SweepFolder folder, string key)
{
    var plan = folder.ReadPlan();
    var point = plan.Points().FirstOrDefault(point => point.Key == key) ?? throw new InvalidDataException($"{folder.Root}: the sweep here has no point {key}");
    return PointRun.Run(folder, plan, point) ? 0 : 1;
}

static async Task<int> Sweep(Options options)
{
    var plan = Plan.Of(options.Run, options.Data, options.Smoke, options.Assignments);
    var points = plan.Points();
    var folder = new SweepFolder(options.Out);
    using var hold = folder.Hold();
    folder.Write(plan);
    List<Point> open = [.. points.Where(point => folder.Read(point) is not { Failure: null })];
    if (plan.Repeated > 0) Console.WriteLine($"{plan.Repeated} of {points.Count + plan.Repeated} points are in the grid more than once; each is run once.");
    Console.WriteLine($"{plan.Run} on {plan.Data}: {points.Count} points{(open.Count < points.Count ? $", {points.Count - open.Count} of them done before" : "")}.");

    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
    var (watch, ended) = (Stopwatch.StartNew(), 0);
    var varied = plan.Varied.Select(axis => axis.Name).ToHashSet();
    void Tell(Outcome outcome)
    {
        ended++;
        var left = watch.Elapsed / ended * (open.Count - ended);
        var what = outcome.Failure is { } failure ? $"failed: {failure}" : string.Join(", ", outcome.Measures.Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value:G4}")));
        Console.WriteLine($"{points.Count - open.Count + ended} of {points.Count}: {new Point(outcome.Key, outcome.Settings.Where(pair => varied.Contains(pair.Key)).ToDictionary())}: {what} ({outcome.Seconds:0} s; {left:h\\:mm\\:ss} left)");
    }
    try
    {
        if (options.Slurm) await new SlurmJobs(folder, options.Sbatch, options.Jobs ?? 0, options.Retries).Run(open, Tell, stop.Token);
        else await new Workers(folder, options.Jobs ?? Environment.ProcessorCount, options.Retries).Run(open, Tell, stop.Token);
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("Stopped. What is done is kept; the same command goes on from there.");
        return 1;
    }

    var outcomes = points.Select(folder.Read).OfType<Outcome>().ToList();
    var table = new Table(plan, outcomes);
    folder.WriteText("results.csv", table.Csv());
    folder.WriteText("summary.csv", table.SummaryCsv());
    folder.WriteText("results.html", ResultPage.Of(plan, table));
    if (File.Exists(options.Plotly)) File.Copy(options.Plotly, Path.Combine(folder.Root, "plotly.min.js"), overwrite: true);
    Console.WriteLine($"\n{table}\n\n{folder.Root}: results.csv, summary.csv, results.html");
    return outcomes.Count == points.Count && outcomes.All(outcome => outcome.Failure is null) ? 0 : 1;
}
