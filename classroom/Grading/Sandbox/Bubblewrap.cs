using System.Diagnostics;
using System.Globalization;

namespace Workbook.Grading;

/// <summary>What the sandbox shows of this machine.</summary>
/// <param name="Root">The workbook's folder: its compiled library is bound.</param>
/// <param name="Kernel">The kernel's program.</param>
/// <param name="Scripts">The folder whose <c>.csx</c> files cells import; no notebook, and nothing else of it, is seen.</param>
/// <param name="Smoke">Whether the smallest scale is run that shows the point.</param>
internal sealed record Place(string Root, string Kernel, string Scripts, bool Smoke)
{
    /// <summary>Where the real data lies; null where there is none.</summary>
    public string? Data => Environment.GetEnvironmentVariable("WORKBOOK_DATA") is { Length: > 0 } folder && Directory.Exists(folder) ? Path.GetFullPath(folder) : null;

    /// <summary>The package cache, for TorchSharp's native libraries.</summary>
    public static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The compiled library.</summary>
    public string Library => Path.Combine(Root, "artifacts", "bin", "Workbook.Course", "release");

    /// <summary>.NET itself, which runs this program too.</summary>
    public static string DotNet => Path.GetDirectoryName(File.ResolveLinkTarget(Environment.ProcessPath!, returnFinalTarget: true)?.FullName ?? Environment.ProcessPath!)!;
}

/// <summary>The command that runs the kernel where it sees nothing but itself: no network, no other process, nothing to write on but a little memory.</summary>
internal static class Bubblewrap
{
    private const string Program = "bwrap";

    /// <summary>Whether there is one that works here: some systems forbid what it needs.</summary>
    public static string? Problem()
    {
        if (TaskGroup.IsLacking) return "as root it needs a control group that limits processes, which this machine does not give: run it as another user.";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, [.. Walls(), .. System(), "--", "true"]) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd().ReplaceLineEndings(" ").Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"bubblewrap does not work on this machine ({said}), and without it nothing is run.";
        }
        catch (Exception missing) when (missing is global::System.ComponentModel.Win32Exception or FileNotFoundException)
        {
            return "bubblewrap is needed and not found (on Debian or Ubuntu: sudo apt-get install bubblewrap), and without it nothing is run.";
        }
    }

    /// <summary>The command, not yet started; its input and output are the kernel's.</summary>
    /// <param name="place">What it shows.</param>
    /// <param name="limits">What it allows.</param>
    /// <param name="group">What it joins first; null for none.</param>
    public static ProcessStartInfo Command(Place place, Limits limits, TaskGroup? group)
    {
        string[] joined = group is null ? [] : ["sh", "-c", "echo $$ > \"$0\" && exec \"$@\"", group.Members];
        string[] command = [.. joined, "nice", "-n", "5", "prlimit", $"--fsize={Limits.Disk}", "--nofile=4096", "--core=0", Program, .. Walls(), .. System(), .. Bound(place), .. Variables(place, limits),
            "--", "prlimit", $"--nproc={limits.Tasks}", Path.Combine(Place.DotNet, "dotnet"), $"/kernel/{Path.GetFileName(place.Kernel)}", "cells"];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The first process in there is bubblewrap's own, whose environment every other can read.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        return start;
    }

    private static IEnumerable<string> Walls() =>
        ["--unshare-all", "--unshare-user", "--disable-userns", "--cap-drop", "ALL", "--die-with-parent", "--new-session", "--hostname", "workbook", "--uid", "1000", "--gid", "1000"];

    private static IEnumerable<string> System()
    {
        List<string> arguments = ["--ro-bind", "/usr", "/usr"];
        foreach (var folder in (string[])["/bin", "/sbin", "/lib", "/lib32", "/lib64"])
            if (new DirectoryInfo(folder) is { Exists: true } found) arguments.AddRange(found.LinkTarget is { } target ? ["--symlink", target, folder] : ["--ro-bind", folder, folder]);
        foreach (var file in (string[])["/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime"])
            arguments.AddRange(["--ro-bind-try", file, file]);
        arguments.AddRange(["--proc", "/proc", "--dev", "/dev", .. Memory(16 << 20, "/dev/shm"), "--remount-ro", "/dev", .. Memory(Limits.Disk, "/tmp")]);
        return arguments;
    }

    private static IEnumerable<string> Bound(Place place)
    {
        List<string> arguments = ["--ro-bind", Path.GetDirectoryName(place.Kernel)!, "/kernel", "--ro-bind", place.Library, "/course/artifacts/bin/Workbook.Course/release", "--ro-bind", Place.Packages, "/packages"];
        if (!Place.DotNet.StartsWith("/usr/", StringComparison.Ordinal)) arguments.AddRange(["--ro-bind", Place.DotNet, Place.DotNet]);
        if (place.Data is { } data) arguments.AddRange(["--ro-bind", data, "/data"]);
        arguments.AddRange(Memory(64 << 20, "/course/notebooks"));
        foreach (var script in Directory.EnumerateFiles(place.Scripts, "*.csx")) arguments.AddRange(["--ro-bind", script, $"/course/notebooks/{Path.GetFileName(script)}"]);
        return [.. arguments, "--chdir", "/course/notebooks", "--remount-ro", "/"];
    }

    private static IEnumerable<string> Variables(Place place, Limits limits)
    {
        Dictionary<string, string> variables = new()
        {
            ["PATH"] = "/usr/bin:/bin",
            ["HOME"] = "/tmp",
            ["LANG"] = "C.UTF-8",
            ["DOTNET_ROOT"] = Place.DotNet,
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_EnableWriteXorExecute"] = "0",       // it keeps its code in a file of two gigabytes, which the limit of a file's size forbids
            ["DOTNET_GCHeapHardLimit"] = limits.ManagedMemory.ToString("x", CultureInfo.InvariantCulture),
            ["NUGET_PACKAGES"] = "/packages",
            ["OMP_NUM_THREADS"] = limits.Threads.ToString(CultureInfo.InvariantCulture),
            ["GOMP_SPINCOUNT"] = "0",
            ["WORKBOOK_OFFLINE"] = "1",
            ["WORKBOOK_HISTORY"] = "off",
        };
        if (place.Smoke) variables["WORKBOOK_SMOKE"] = "1";
        if (place.Data is not null) variables["WORKBOOK_DATA"] = "/data";
        return ["--clearenv", .. variables.SelectMany(variable => new[] { "--setenv", variable.Key, variable.Value })];
    }

    private static string[] Memory(long size, string folder) => ["--size", size.ToString(CultureInfo.InvariantCulture), "--tmpfs", folder];
}
