using System.Runtime.InteropServices;

namespace Workbook.Kernel;

/// <summary><c>run CONNECTION_FILE</c>: a kernel that lives until its front end ends it, or is gone.</summary>
internal static class RunCommand
{
    private const int Terminated = 128 + 15;          // what a shell makes of SIGTERM

    /// <summary>Serves until the end of the session; returns its exit code.</summary>
    public static int Run(string path)
    {
        Task.Run(CSharpLanguage.Warm);          // first of all: it is what the first cell would wait for
        try
        {
            return Serve(ConnectionFile.Read(path));
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or DllNotFoundException)
        {
            return Usage.Failed(problem.Message);
        }
    }

    private static int Serve(ConnectionFile connection)
    {
        using var capture = new ConsoleCapture();
        using var host = new Host(connection, new CSharpLanguage(), LanguageInfo.CSharp, HistoryFolder.OfUser(), capture, capture.Terminal);
        using var interrupt = OnSignal(PosixSignal.SIGINT, host.Interrupt);
        using var terminate = OnSignal(PosixSignal.SIGTERM, () => host.End(Terminated));
        void Leave(object? sender, EventArgs nothing) => host.Leave();
        AppDomain.CurrentDomain.ProcessExit += Leave;          // a cell may call Environment.Exit
        ParentWatch.Gone(Environment.GetEnvironmentVariable("JPY_PARENT_PID")).ContinueWith(_ => host.End(1), TaskScheduler.Default);
        var exitCode = host.Ended.Result;
        AppDomain.CurrentDomain.ProcessExit -= Leave;
        return exitCode;
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, Action action) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        action();
    });
}
