using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Workbook.Browser.Tests;

/// <summary>A Jupyter Notebook server on loopback, with our kernel and our figures' front end, that touches nobody's home.</summary>
public sealed class Jupyter : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-browser-").FullName;
    private readonly string token = Guid.NewGuid().ToString("N");
    private readonly int port = FreePort();
    private readonly Process server;

    private Jupyter()
    {
        Notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        Call("dotnet", Path.Combine(AppContext.BaseDirectory, "workbook-kernel.dll"), "install", "--dir", folder, "--in-place");
        DrawsFigures = Call("bash", Path.Combine(Repository, "tools", "install-frontend"), folder) == 0;
        server = Process.Start(Prepare("/usr/bin/python3", "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0",
            $"--NotebookApp.token={token}", $"--notebook-dir={Notebooks}", "--log-level=ERROR"))!;
    }

    /// <summary>Why the tests in the browser cannot run here, or null.</summary>
    public static string? Missing =>
        !File.Exists(Chromium) ? "there is no Chromium: sudo apt-get install chromium"
        : !File.Exists("/usr/bin/jupyter-notebook") ? "there is no classic notebook: sudo apt-get install jupyter-notebook"
        : null;

    /// <summary>Debian's browser.</summary>
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>Where this repository lies.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The folder whose notebooks are served.</summary>
    public string Notebooks { get; }

    /// <summary>Whether plotly.js could be had, so that figures can be interactive.</summary>
    public bool DrawsFigures { get; }

    /// <summary>Starts the server and waits until it answers.</summary>
    public static async Task<Jupyter> Start()
    {
        var jupyter = new Jupyter();
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(100))
        {
            try
            {
                if ((await client.GetAsync($"http://127.0.0.1:{jupyter.port}/api/status?token={jupyter.token}")).IsSuccessStatusCode) return jupyter;
            }
            catch (HttpRequestException)
            {
                // it does not listen yet
            }
        }
        jupyter.Dispose();
        throw new TimeoutException("Jupyter did not answer within a minute.");
    }

    /// <summary>The page of a notebook below <see cref="Notebooks"/>.</summary>
    public string Address(string notebook) => $"http://127.0.0.1:{port}/notebooks/{notebook}?token={token}";

    /// <summary>Copies the course's notebooks into the served folder and returns the name of the one that matches, or null.</summary>
    public string? Bring(string pattern)
    {
        var course = Path.Combine(Repository, "notebooks");
        foreach (var file in Directory.EnumerateFiles(course)) File.Copy(file, Path.Combine(Notebooks, Path.GetFileName(file)), overwrite: true);
        foreach (var beside in (string[])["artifacts", "data"])                 // what notebooks find one folder up
        {
            var link = Path.Combine(folder, beside);
            if (!Path.Exists(link)) Directory.CreateSymbolicLink(link, Path.Combine(Repository, beside));
        }
        return Directory.EnumerateFiles(Notebooks, pattern).Select(Path.GetFileName).FirstOrDefault();
    }

    public void Dispose()
    {
        server.Kill(entireProcessTree: true);          // its kernels with it
        server.WaitForExit();
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private int Call(string program, params string[] arguments)
    {
        using var process = Process.Start(Prepare(program, arguments))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private ProcessStartInfo Prepare(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["JUPYTER_PATH"] = start.Environment["JUPYTER_DATA_DIR"] = start.Environment["JUPYTER_RUNTIME_DIR"] = folder;
        start.Environment["JUPYTER_CONFIG_DIR"] = start.Environment["JUPYTER_CONFIG_PATH"] = Path.Combine(folder, "etc");
        start.Environment["IPYTHONDIR"] = folder;
        start.Environment["WORKBOOK_SMOKE"] = "1";
        start.Environment["WORKBOOK_HISTORY"] = "off";
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Workbook.sln")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Workbook.sln is not above the tests."));
}
