using System.Diagnostics;

namespace Workbook.Sweeps;

/// <summary>The points of a sweep as array jobs of Slurm, for a grid that one machine is too small for. The folder must be seen by every node.</summary>
/// <param name="folder">The sweep's.</param>
/// <param name="options">What is handed on to sbatch: <c>--partition=gpu --time=2:00:00</c>.</param>
/// <param name="atOnce">How many points at a time; 0 leaves it to Slurm.</param>
/// <param name="retries">How often a point whose task ended without a result is submitted again.</param>
internal sealed class SlurmJobs(SweepFolder folder, IReadOnlyList<string> options, int atOnce, int retries)
{
    private const int Largest = 1000;                                   // tasks of an array, as Slurm comes
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);

    /// <summary>Submits the points and waits for their results; each is told as it ends.</summary>
    /// <exception cref="InvalidOperationException">Slurm refuses, with its own words.</exception>
    public async Task Run(IReadOnlyList<Point> points, Action<Outcome> ended, CancellationToken stop)
    {
        var open = points.ToList();
        for (var attempt = 0; attempt <= retries && open.Count > 0; attempt++)
        {
            var began = DateTime.UtcNow;
            foreach (var part in open.Chunk(Largest)) await Await(Submit(part), part, began, ended, stop);
            open = [.. open.Where(point => Result(point, began) is null)];
        }
        foreach (var point in open)
        {
            var lost = new Outcome(point.Key, point.Settings, new Dictionary<string, double>(), 0, $"its job ended {retries + 1} times without a result; see {Path.GetFileName(folder.Log(point))}");
            folder.Write(lost);
            ended(lost);
        }
    }

    private string Submit(Point[] points)
    {
        var script = Path.Combine(folder.Root, "job.sh");
        folder.WriteText("job.sh", Script(points));
        return Said("sbatch", ["--parsable", .. options, script]).Split(';')[0].Trim();
    }

    // A task finds its point by its number in a list, so that the array may have holes.
    private string Script(Point[] points) => $"""
        #!/bin/bash
        #SBATCH --job-name=workbook-sweep
        #SBATCH --array=0-{points.Length - 1}{(atOnce > 0 ? $"%{atOnce}" : "")}
        #SBATCH --output=/dev/null
        #SBATCH --requeue
        points=({string.Join(' ', points.Select(point => point.Key))})
        point=${"{points[$SLURM_ARRAY_TASK_ID]}"}
        export OMP_NUM_THREADS=${"{SLURM_CPUS_PER_TASK:-1}"}
        exec {Quoted(Environment.ProcessPath!)} {Quoted(typeof(SlurmJobs).Assembly.Location)} point {Quoted(folder.Root)} $point >> {Quoted(folder.Root)}/points/$point.log 2>&1

        """.ReplaceLineEndings("\n");

    private async Task Await(string job, Point[] points, DateTime began, Action<Outcome> ended, CancellationToken stop)
    {
        using var cancelled = stop.Register(() => Said("scancel", [job]));
        var (told, last) = (new HashSet<string>(), false);
        while (true)
        {
            foreach (var point in points.Where(point => !told.Contains(point.Key)))
                if (Result(point, began) is { } outcome)
                {
                    told.Add(point.Key);
                    ended(outcome);
                }
            if (last || told.Count == points.Length) return;
            await Task.Delay(pause, stop);
            last = Said("squeue", ["--noheader", "--array", $"--jobs={job}", "--format=%K"], mayFail: true).Trim() == "";       // then look once more
        }
    }

    private Outcome? Result(Point point, DateTime began) =>
        File.GetLastWriteTimeUtc(folder.File(point)) >= began ? folder.Read(point) : null;

    private static string Said(string program, IEnumerable<string> arguments, bool mayFail = false)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 || mayFail ? output : throw new InvalidOperationException($"{program}: {said.Result.Trim()}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"{program} is not on this machine: Slurm's programs are needed (Debian: slurm-client), or leave --slurm out");
        }
    }

    private static string Quoted(string path) => $"'{path.Replace("'", "'\\''")}'";
}
