using System.Diagnostics;
using Workbook.Sweeps;

namespace Workbook.Classroom.Tests;

/// <summary>A sweep as its command starts it, in a process and a folder of its own.</summary>
internal sealed class SweepRun : IDisposable
{
    /// <summary>The settings of the quickest run there is.</summary>
    public static readonly string[] Quick = ["--on", "handwriting-small", "--smoke"];

    private readonly string parent = Directory.CreateTempSubdirectory("sweep of ").FullName;

    /// <summary>Where it works: a folder with a space and a quotation mark.</summary>
    public string Folder => Path.Combine(parent, "it's here");

    /// <summary>Variables of the process. One thread a point: with another number of them sums round otherwise.</summary>
    public Dictionary<string, string> Environment { get; } = new() { ["OMP_NUM_THREADS"] = "1" };

    /// <summary>Runs to its end.</summary>
    public (int Code, string Said) Run(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        return End(process);
    }

    /// <summary>Starts, and leaves it running.</summary>
    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Plan).Assembly.Location, .. arguments, "--out", Folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end: its code, and what it said.</summary>
    public static (int Code, string Said) End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    /// <summary>A file that it wrote, by lines.</summary>
    public string[] Lines(string name) => File.ReadAllLines(Path.Combine(Folder, name));

    /// <summary>Waits until a point's training has kept its first state, and kills the process that trains it.</summary>
    public void KillAPoint()
    {
        var points = Path.Combine(Folder, "points");
        SpinWait.SpinUntil(() => Directory.Exists(points) && Directory.EnumerateFiles(points, "*.state").Any(), TimeSpan.FromMinutes(2));
        var key = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(points, "*.state").First());
        using var killer = Process.Start("pkill", ["-KILL", "-f", $"dotnet.* point .*{key}"]);
        killer.WaitForExit();
        Assert.Equal(0, killer.ExitCode);
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);
}
