using System.Runtime.InteropServices;

namespace Workbook.Kernel;

/// <summary><c>run CONNECTION_FILE</c>: a kernel that lives until its front end ends it, or is gone.</summary>
internal static class RunCommand
{
    /// <summary>Serves until the end of the session; returns its exit code.</summary>
    public static int Run(string path)
    {
        ConnectionFile connection;
        try
        {
            connection = ConnectionFile.Read(path);
        }
        catch (InvalidDataException problem)
        {
            return Usage.Wrong(problem.Message);
        }
        using var capture = new ConsoleCapture();
        using var host = new Host(connection, new CSharpLanguage(), LanguageInfo.CSharp, capture, capture.Terminal);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            host.Interrupt();
        });
        ParentWatch.Gone(Environment.GetEnvironmentVariable("JPY_PARENT_PID")).ContinueWith(_ => host.End(1), TaskScheduler.Default);
        Task.Run(CSharpLanguage.Warm);
        return host.Ended.Result;
    }
}
