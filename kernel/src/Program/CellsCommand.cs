namespace Workbook.Kernel;

/// <summary><c>workbook-kernel cells</c>: cells come on the input, a line of JSON each, and what became of them goes to the output.</summary>
internal static class CellsCommand
{
    /// <summary>0 at the end of the input, 2 when a line was no cell, else what a cell ended the session with.</summary>
    public static int Run(string[] args)
    {
        if (args.Length > 0) return Usage.Wrong($"cells takes no '{args[0]}'");
        // Opened before the capture takes the descriptors over; child processes of cells find the input at its end.
        using var requests = new StreamReader(Console.OpenStandardInput());
        using var replies = new StreamWriter(Console.OpenStandardOutput());
        using var nothing = File.OpenHandle(OperatingSystem.IsWindows() ? "NUL" : "/dev/null");
        if (!OperatingSystem.IsWindows()) Posix.Dup2((int)nothing.DangerousGetHandle(), 0);
        using var capture = new ConsoleCapture();
        var server = new CellByCell(new CSharpLanguage(), capture);
        var code = 0;
        var thread = new Thread(() => code = server.Serve(requests, replies), Guard.StackSize) { Name = "cells" };
        thread.Start();
        thread.Join();
        return code;
    }
}
