using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Workbook.Rooms.Tests;

namespace Workbook.Browser.Tests;

/// <summary>A Jupyter server on loopback, with our kernel and our figures' front end, that touches nobody's home.</summary>
public sealed class Jupyter : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-browser-").FullName;
    private readonly string token = Guid.NewGuid().ToString("N");
    private readonly int port = FreePort();
    private readonly FrontEnd frontEnd;
    private readonly Process server;

    private Jupyter(FrontEnd frontEnd)
    {
        this.frontEnd = frontEnd;
        Notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        Call(Inside("dotnet", KernelProgram.Path, "install", "--dir", folder, "--in-place"));
        DrawsFigures = Call(Prepare("bash", Path.Combine(Repository, "tools", "install-frontend"), folder)) == 0;
        var settings = Directory.CreateDirectory(Path.Combine(folder, "etc", "labconfig")).FullName;
        File.WriteAllText(Path.Combine(settings, "page_config.json"), "{ \"disabledExtensions\": { \"@jupyterlab/apputils-extension:announcements\": true } }");
        server = Process.Start(Inside("/usr/bin/python3",
            ["-m", frontEnd.Module, "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--log-level=ERROR", .. frontEnd.Settings(token, Notebooks)]))!;
    }

    /// <summary>Where this repository lies.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    /// <summary>What was built together with these tests: the folder above bin/Browser.Tests/release.</summary>
    private static string Artifacts { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    /// <summary>The folder whose notebooks are served.</summary>
    public string Notebooks { get; }

    /// <summary>Whether plotly.js could be had, so that figures can be interactive.</summary>
    public bool DrawsFigures { get; }

    /// <summary>Starts the server and waits until it answers.</summary>
    public static async Task<Jupyter> Start(FrontEnd frontEnd)
    {
        var jupyter = new Jupyter(frontEnd);
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
    public string Address(string notebook) => $"http://127.0.0.1:{port}/{frontEnd.Page}{notebook}?token={token}";

    /// <summary>Copies the course's notebooks into the served folder and returns the name of the one that matches, or null.</summary>
    public string? Bring(string pattern)
    {
        var course = Path.Combine(Repository, "notebooks");
        foreach (var file in Directory.EnumerateFiles(course)) File.Copy(file, Path.Combine(Notebooks, Path.GetFileName(file)), overwrite: true);
        foreach (var (beside, where) in ((string, string)[])[("artifacts", Artifacts), ("data", Path.Combine(Repository, "data"))])
        {
            var link = Path.Combine(folder, beside);                            // what notebooks find one folder up
            if (!Path.Exists(link)) Directory.CreateSymbolicLink(link, where);
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

    private static int Call(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>A program of the front end's own system.</summary>
    private ProcessStartInfo Inside(string program, params string[] arguments)
    {
        if (frontEnd.Root == "") return Prepare(program, arguments);
        var start = Prepare("chroot", [frontEnd.Root, program, .. arguments]);
        start.Environment["PATH"] = "/usr/share/dotnet:/usr/sbin:/usr/bin:/sbin:/bin";
        return start;
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
