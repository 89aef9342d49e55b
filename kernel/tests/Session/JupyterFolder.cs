using System.Diagnostics;
using Workbook.Rooms.Tests;

namespace Workbook.Kernel.Tests;

/// <summary>A temporary folder in which Jupyter finds our kernel, and beyond which it writes nothing.</summary>
internal sealed class JupyterFolder : IDisposable
{
    /// <summary>Debian's Python; another may come first on the path.</summary>
    public const string Python = "/usr/bin/python3";

    public JupyterFolder()
    {
        Path = Directory.CreateTempSubdirectory("workbook-jupyter-").FullName;
        KernelSpec.Below(Path).Write(Program);
    }

    /// <summary>An empty folder instead, when the kernel is to be installed there by the test.</summary>
    public static JupyterFolder Empty()
    {
        var folder = new JupyterFolder();
        Directory.Delete(System.IO.Path.Combine(folder.Path, "kernels"), recursive: true);
        return folder;
    }

    /// <summary>The kernel's program.</summary>
    public static string Program => KernelProgram.Path;

    public string Path { get; }

    /// <summary>Whether Debian's Python has a module.</summary>
    public static bool Has(string module)
    {
        if (!File.Exists(Python)) return false;
        using var check = Process.Start(new ProcessStartInfo(Python, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        check.WaitForExit();
        return check.ExitCode == 0;
    }

    /// <summary>Runs a Python script of kernel/tests/jupyter with some arguments; returns its exit code and all it said.</summary>
    public async Task<(int ExitCode, string Said)> Run(string script, TimeSpan limit, params string[] arguments)
    {
        var start = new ProcessStartInfo(Python, [Find(script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path };
        foreach (var variable in (string[])["JUPYTER_PATH", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"]) start.Environment[variable] = Path;
        start.Environment["WORKBOOK_HISTORY"] = System.IO.Path.Combine(Path, "history");
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, string.Concat(await said));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Find(string script)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "kernel", "tests", "jupyter", script);
            if (File.Exists(path)) return path;
        }
        throw new FileNotFoundException($"kernel/tests/jupyter/{script} is not above {AppContext.BaseDirectory}.");
    }
}
