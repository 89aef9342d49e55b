using System.Diagnostics;
using System.Text.Json;

namespace Workbook.Kernel.Tests;

/// <summary>The kernel as Jupyter starts it, a process of its own, and a client connected to it.</summary>
public sealed class CSharpKernel : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-kernel-").FullName;

    public CSharpKernel() : this(parent: null) { }

    private CSharpKernel(int? parent)
    {
        var connection = Client.FreePorts();
        var file = Path.Combine(folder, "connection.json");
        File.WriteAllText(file, JsonSerializer.Serialize(connection));
        var start = new ProcessStartInfo("dotnet", [JupyterFolder.Program, "run", file]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        if (parent is { } id) start.Environment["JPY_PARENT_PID"] = $"{id}";
        Process = Process.Start(start)!;
        var clock = Stopwatch.StartNew();
        Client = new Client(connection);
        ReadyAfter = clock.Elapsed;
    }

    /// <summary>A kernel started as if by a Jupyter whose process is <paramref name="parent"/>.</summary>
    public static CSharpKernel Under(int parent) => new(parent);

    /// <summary>The kernel's process.</summary>
    public Process Process { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan ReadyAfter { get; }

    internal Client Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        if (!Process.HasExited) Process.Kill();
        Process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
