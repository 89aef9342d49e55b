using System.Diagnostics;

namespace Workbook.Sweeps;

/// <summary>The points of a sweep, each in a process of its own, so many at a time: where one dies, the others go on.</summary>
/// <param name="folder">The sweep's.</param>
/// <param name="jobs">How many at a time.</param>
/// <param name="retries">How often a process that died without a word is begun again; its training goes on from its last epoch.</param>
internal sealed class Workers(SweepFolder folder, int jobs, int retries)
{
    /// <summary>Runs the points; each is told to the progress as it ends.</summary>
    public async Task Run(IEnumerable<Point> points, Action<Outcome> ended, CancellationToken stop)
    {
        var threads = Math.Max(1, Environment.ProcessorCount / jobs);
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = stop }, async (point, _) =>
        {
            var outcome = await Run(point, threads, stop);
            lock (this) ended(outcome);
        });
    }

    private async Task<Outcome> Run(Point point, int threads, CancellationToken stop)
    {
        var died = "";
        for (var attempt = 0; attempt <= retries; attempt++)
        {
            var began = DateTime.UtcNow;
            died = await Process(point, threads, stop);
            if (folder.Read(point) is { } outcome && File.GetLastWriteTimeUtc(folder.File(point)) >= began) return outcome;
        }
        var lost = new Outcome(point.Key, point.Settings, new Dictionary<string, double>(), 0, $"its process ended {retries + 1} times without a result, at last {died}; see {Path.GetFileName(folder.Log(point))}");
        folder.Write(lost);
        return lost;
    }

    // How it ended, in words.
    private async Task<string> Process(Point point, int threads, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(Workers).Assembly.Location, "point", folder.Root, point.Key])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.TryAdd("OMP_NUM_THREADS", threads.ToString());
        if (jobs > 1) start.Environment.TryAdd("GOMP_SPINCOUNT", "0");              // a thread that waits leaves its core to the other points
        using var process = System.Diagnostics.Process.Start(start)!;
        using var killed = stop.Register(() => process.Kill(entireProcessTree: true));
        await using var log = new StreamWriter(folder.Log(point), append: true);
        var (said, cried) = (Kept(process.StandardOutput, log), Kept(process.StandardError, log));
        await Task.WhenAll(said, cried, process.WaitForExitAsync(CancellationToken.None));
        stop.ThrowIfCancellationRequested();
        return (process.ExitCode > 128 ? $"killed by signal {process.ExitCode - 128}" : $"with exit code {process.ExitCode}") + (await cried is { } last ? $" ({last})" : "");
    }

    // What it prints is kept, up to a megabyte; its last line comes back.
    private static async Task<string?> Kept(StreamReader from, StreamWriter to)
    {
        const int most = 1 << 20;
        var (kept, last) = (0, (string?)null);
        while (await from.ReadLineAsync() is { } line)
        {
            if (line.Trim() != "") last = line.Trim();
            kept += line.Length + 1;
            if (kept < most) lock (to) to.WriteLine(line);
        }
        return last;
    }
}
