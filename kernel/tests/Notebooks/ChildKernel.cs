using System.Diagnostics;

namespace Workbook.Kernel.Tests;

/// <summary>The kernel's program, run to its end.</summary>
internal static class ChildKernel
{
    public static (int Code, string Text) Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [JupyterFolder.Program, command, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, text);
    }
}
