namespace Workbook.Kernel.Tests;

/// <summary>A kernel of the echo language in this process, and a client connected to it.</summary>
internal sealed class EchoKernel : IDisposable
{
    private readonly ConsoleCapture capture = new();
    private readonly StringWriter log = new();

    public EchoKernel() : this(past: null) { }

    /// <summary>A kernel that remembers its session, and finds earlier ones, in this folder; reached at free ports, or as is said.</summary>
    public EchoKernel(HistoryFolder? past, ConnectionFile? connection = null)
    {
        Connection = connection ?? Client.FreePorts();
        Host = new Host(Connection, new EchoLanguage(), new LanguageInfo("Echo", "1", ".echo", "text/x-echo", "text", []), past, capture, TextWriter.Synchronized(log));
        Client = new Client(Connection);
    }

    public ConnectionFile Connection { get; }

    public Host Host { get; }

    public Client Client { get; }

    /// <summary>What the kernel has written to its log.</summary>
    public string Log => log.ToString();

    public void Dispose()
    {
        Client.Dispose();
        Host.Dispose();
        capture.Dispose();
    }
}
