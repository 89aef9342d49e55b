using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Workbook.Kernel.Tests;

/// <summary>The kernel as Jupyter starts it, a process of its own, and a client connected to it.</summary>
public sealed class CSharpKernel : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-kernel-").FullName;
    private readonly StringBuilder said = new();

    public CSharpKernel() : this(new Dictionary<string, string>()) { }

    /// <summary>A kernel that finds these variables in its environment.</summary>
    internal CSharpKernel(IReadOnlyDictionary<string, string> environment)
    {
        Connection = Client.FreePorts();
        File.WriteAllText(ConnectionPath, JsonSerializer.Serialize(Connection));
        var start = new ProcessStartInfo("dotnet", [JupyterFolder.Program, "run", ConnectionPath]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["WORKBOOK_HISTORY"] = Path.Combine(folder, "history");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        Process = Process.Start(start)!;
        Process.OutputDataReceived += Hear;
        Process.ErrorDataReceived += Hear;
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        Client = new Client(Connection);
        ReadyAfter = clock.Elapsed;
    }

    /// <summary>A kernel started as if by a Jupyter whose process is <paramref name="parent"/>.</summary>
    public static CSharpKernel Under(int parent) => new(new Dictionary<string, string> { ["JPY_PARENT_PID"] = $"{parent}" });

    /// <summary>The kernel's process.</summary>
    public Process Process { get; }

    /// <summary>Whether it ignores SIGINT, as whoever started the tests did. The mask of ignored signals has signal 1 in its lowest bit.</summary>
    public bool IgnoresSigint => File.Exists($"/proc/{Process.Id}/status")
        && File.ReadLines($"/proc/{Process.Id}/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var line
        && (Convert.ToUInt64(line[7..].Trim(), 16) & 0b10) != 0;

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>What the process has said beside the protocol.</summary>
    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <summary>The memory it holds, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            Process.Refresh();
            return Process.WorkingSet64 / 1e6;
        }
    }

    internal Client Client { get; }

    internal ConnectionFile Connection { get; }

    /// <summary>The file that tells the kernel of it.</summary>
    internal string ConnectionPath => Path.Combine(folder, "connection.json");

    public void Dispose()
    {
        Client.Dispose();
        if (!Process.HasExited) Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said) said.AppendLine(line.Data);
    }
}
