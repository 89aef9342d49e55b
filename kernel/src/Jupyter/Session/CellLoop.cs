using System.Text.Json.Nodes;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>Runs the cells, one after the other, on one thread.</summary>
internal sealed class CellLoop
{
    private readonly ILanguage language;
    private readonly ConsoleCapture capture;
    private readonly InputRequests questions;
    private readonly History history;
    private readonly Func<long> received;
    private readonly Action<int> exit;
    private int counted, executionCount;
    private UnderWay? underWay;
    private long abortedUpTo;

    public CellLoop(ILanguage language, ConsoleCapture capture, InputRequests questions, History history, Func<long> received, Action<int> exit)
    {
        (this.language, this.capture, this.questions, this.history, this.received, this.exit) = (language, capture, questions, history, received, exit);
        Comms = new Comms(capture, Call);
    }

    /// <summary>What cells and pages tell each other about widgets.</summary>
    public Comms Comms { get; }

    /// <summary>The process ends while a cell runs: its request is answered as if the cell had asked for the end.</summary>
    public void Leave()
    {
        if (Interlocked.Exchange(ref underWay, null) is not { } cell) return;
        capture.Drain();
        cell.Output.Flush();
        SucceedLast(cell.Request, cell.Output);
        cell.Request.PublishState("idle");
    }

    /// <summary>execute_request: runs a cell, or declines when one before it failed.</summary>
    public void Execute(Request request)
    {
        if (request.Number <= abortedUpTo)
        {
            request.Reply(new JsonObject { ["status"] = "aborted" });
            return;
        }
        var silent = request.Flag("silent");
        var code = request.Text("code");
        var entry = Begin(request, code, silent);
        var output = new CellOutput(request, questions, Comms);
        if (!silent) Comms.Begin(request);
        underWay = new(request, output);
        var outcome = Run(output, () => RunCell(code, output, NotebookCell.LanguageOf(request.Message.Metadata)));
        if (Interlocked.Exchange(ref underWay, null) is null) return;          // the process is ending, and it was answered
        switch (outcome)
        {
            case CellOutcome.Done(var value):
                if (entry is not null) entry.Result = value?.Text;
                if (value is not null && !silent) output.Result(executionCount, value);
                Succeed(request, output);
                break;
            case CellOutcome.Failed(var error):
                Fail(request, error, silent);
                break;
            case CellOutcome.Exit(var exitCode):
                SucceedLast(request, output);
                exit(exitCode);
                break;
        }
    }

    /// <summary>Calls something that a cell left with a widget, as a cell is run.</summary>
    private CellOutcome Call(Request request, Action action)
    {
        var outcome = Run(new CellOutput(request, questions, Comms), () => language.Call(action));
        if (outcome is CellOutcome.Exit(var exitCode)) exit(exitCode);
        return outcome;
    }

    private HistoryEntry? Begin(Request request, string code, bool silent)
    {
        var stored = !silent && request.Flag("store_history", otherwise: true);
        executionCount = counted + 1;          // a cell that is not stored lends the next one's number
        if (stored) counted++;
        if (!silent) request.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = executionCount });
        return stored ? history.Add(executionCount, code) : null;
    }

    private CellOutcome RunCell(string code, CellOutput output, string? written = null) =>
        Introspection.Of(code, language, output) ?? language.Run(code, written, executionCount, output);

    private CellOutcome Run(CellOutput output, Func<CellOutcome> run)
    {
        try
        {
            using (capture.Attach(output)) return run();
        }
        catch (Exception problem)
        {
            return new CellOutcome.Failed(new CellError(problem.GetType().Name, problem.Message, [$"The kernel failed at this cell: {problem}"]));
        }
        finally
        {
            output.Flush();
        }
    }

    private void SucceedLast(Request request, CellOutput output)
    {
        output.Payload.Add(new JsonObject { ["source"] = "ask_exit", ["keepkernel"] = false });
        Reply(request, output, []);
    }

    private void Succeed(Request request, CellOutput output) => Reply(request, output, Evaluate(request));

    private void Reply(Request request, CellOutput output, JsonObject expressions) => request.Reply(new JsonObject
    {
        ["status"] = "ok",
        ["execution_count"] = executionCount,
        ["user_expressions"] = expressions,
        ["payload"] = output.Payload,
    });

    /// <summary>The cells that were waiting when this one failed are not run: they were sent in the belief that it would succeed.</summary>
    private void Fail(Request request, CellError error, bool silent)
    {
        if (!silent) request.PublishError(error);
        if (request.Flag("stop_on_error", otherwise: true)) abortedUpTo = received();
        request.Fail(error, executionCount);
    }

    /// <summary>The values of the expressions that the front end asked for besides the cell.</summary>
    private JsonObject Evaluate(Request request)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in request.Content["user_expressions"] as JsonObject ?? [])
        {
            var output = new CellOutput(request, questions, Comms);
            values[name] = Run(output, () => RunCell(expression?.ToString() ?? "", output)) switch
            {
                CellOutcome.Done(var value) => new JsonObject { ["status"] = "ok", ["data"] = (value ?? MimeBundle.Plain("")).ToJson(), ["metadata"] = new JsonObject() },
                CellOutcome.Failed(var error) => Request.ErrorReply(error),
                _ => new JsonObject { ["status"] = "aborted" },
            };
        }
        return values;
    }

    private sealed record UnderWay(Request Request, CellOutput Output);
}
