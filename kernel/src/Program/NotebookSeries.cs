using System.Diagnostics;

namespace Workbook.Kernel;

/// <summary>Several notebooks, each in a process of its own, and a table of what became of them.</summary>
internal sealed class NotebookSeries(NotebookOptions options)
{
    private sealed record Row(string Name, int Code, TimeSpan Duration);

    /// <summary>1 when one of them failed; the others run all the same.</summary>
    public int Run()
    {
        var rows = options.Files.Select(Run).ToList();
        var width = rows.Max(row => row.Name.Length);
        Console.WriteLine();
        foreach (var row in rows) Console.WriteLine($"{row.Name.PadRight(width)}  {row.Duration.TotalSeconds,7:0.0} s  {(row.Code == 0 ? "ok" : "failed")}");
        return rows.All(row => row.Code == 0) ? 0 : 1;
    }

    private Row Run(string file)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(Command(file))!;
        process.WaitForExit();
        return new(Path.GetFileNameWithoutExtension(file), process.ExitCode, watch.Elapsed);
    }

    private ProcessStartInfo Command(string file)
    {
        var kernel = typeof(NotebookSeries).Assembly.Location;
        List<string> arguments = ["notebook", "run", file];
        if (options.Smoke) arguments.Add("--smoke");
        if (options.Html) arguments.Add("--html");
        foreach (var (name, value) in options.Parameters) arguments.AddRange(["-p", $"{name}={value}"]);
        if (options.EveryAnswer) arguments.Add("--every-answer");
        arguments.AddRange(options.InPlace ? ["--in-place"] : ["--out", Path.GetFullPath(options.FolderFor(file))]);
        if (options.Solutions is { } solutions) arguments.AddRange(["--solutions", solutions]);
        return new("dotnet", [kernel, .. arguments]);
    }
}
