using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>A kernel: hands every request to the one who answers it. Cells, questions about code, and control each have their own thread.</summary>
internal sealed class Host : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private const int MostTries = 1000;
    private readonly ILanguage language;
    private readonly Connection wire;
    private readonly LanguageInfo about;
    private readonly Worker cells, questions, control;
    private readonly CellLoop loop;
    private readonly History history;
    private readonly InputRequests stdin = new();
    private readonly Dictionary<string, (Worker Worker, Action<Request> Answer)> table;
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Log log;
    private long received;

    /// <summary>Binds the sockets and begins to answer; what goes wrong on the way is told to <paramref name="terminal"/>.</summary>
    public Host(ConnectionFile connection, ILanguage language, LanguageInfo about, HistoryFolder? past, ConsoleCapture capture, TextWriter terminal)
    {
        this.about = about;
        this.language = language;
        log = new Log(terminal, TimeProvider.System);
        history = new History(past, log);
        cells = new Worker("cells", log);
        questions = new Worker("questions", log);
        control = new Worker("control", log);
        loop = new CellLoop(language, capture, stdin, history, ReceivedSoFar, exitCode => ended.TrySetResult(exitCode));
        var assist = new CodeRequests(language);
        table = new()
        {
            ["execute_request"] = (cells, loop.Execute),
            ["comm_open"] = (cells, loop.Comms.Opened),
            ["comm_msg"] = (cells, loop.Comms.Received),
            ["comm_close"] = (cells, loop.Comms.ClosedByPage),
            ["complete_request"] = (questions, assist.Complete),
            ["inspect_request"] = (questions, assist.Inspect),
            ["is_complete_request"] = (questions, assist.IsComplete),
            ["history_request"] = (questions, request => request.Reply(history.Answer(request))),
            ["comm_info_request"] = (questions, loop.Comms.Info),
            ["kernel_info_request"] = (questions, request => request.Reply(KernelInfo())),
            ["interrupt_request"] = (control, Interrupt),
            ["shutdown_request"] = (control, Shutdown),
        };
        wire = new Connection(connection, log);
        wire.Listen(Receive);
    }

    /// <summary>Completes, with the exit code, when the session has been asked to end.</summary>
    public Task<int> Ended => ended.Task;

    /// <summary>Stops the running cell; one that has only just been taken up is stopped as soon as the language has it.</summary>
    public void Interrupt()
    {
        var (cell, tries) = (cells.Answering, 0);
        while (cell is not null && cells.Answering == cell && !language.Interrupt() && ++tries < MostTries) Thread.Sleep(1);
    }

    /// <summary>Ends the session as a shutdown request would.</summary>
    public void End(int exitCode) => ended.TrySetResult(exitCode);

    /// <summary>The process is about to end, because a cell called <see cref="Environment.Exit"/>: its front end gets the reply, and what was said leaves.</summary>
    public void Leave()
    {
        loop.Leave();
        wire.Dispose();
    }

    /// <summary>Stops the cell, lets the answers under way leave, and closes the sockets.</summary>
    public void Dispose()
    {
        Interrupt();
        foreach (var worker in (Worker[])[control, cells, questions]) worker.Stop(Patience);
        wire.Dispose();
        history.Dispose();
    }

    private void Receive(Channel channel, Message message)
    {
        var request = new Request(wire, channel, message, ++received);
        loop.Comms.Arrived(message);
        if (message.Type == "input_reply") stdin.Receive(request);
        else if (table.TryGetValue(message.Type, out var entry)) (channel == Channel.Control && entry.Worker == questions ? control : entry.Worker).Add(request, entry.Answer);
        else log.Tell($"ignored a message of the unknown type {message.Type} on {channel}.");
    }

    /// <summary>How many messages had come in by now, those still lying in the sockets included.</summary>
    private long ReceivedSoFar()
    {
        var count = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        wire.Do(() => count.SetResult(received));
        return count.Task.Result;
    }

    private void Interrupt(Request request)
    {
        Interrupt();
        request.Reply(new JsonObject { ["status"] = "ok" });
    }

    private void Shutdown(Request request)
    {
        request.Reply(new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart") });
        ended.TrySetResult(0);
    }

    private JsonObject KernelInfo() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = Message.Protocol,
        ["implementation"] = "workbook",
        ["implementation_version"] = Version,
        ["language_info"] = about.ToJson(),
        ["banner"] = $"Workbook {Version}: {about.Name} {about.Version} on {RuntimeInformation.FrameworkDescription}",
        ["debugger"] = false,
        ["help_links"] = new JsonArray([.. about.Help.Select(link => new JsonObject { ["text"] = link.Text, ["url"] = link.Url })]),
    };

    /// <summary>The version of this kernel.</summary>
    public static string Version { get; } = typeof(Host).Assembly.GetName().Version!.ToString(3);
}
