using System.Text.Json.Nodes;
using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>Runs the cells, one after the other, on one thread.</summary>
internal sealed class CellLoop(ILanguage language, ConsoleCapture capture, Questions questions, History history, Func<long> received, Action<int> exit)
{
    private int counted, executionCount;
    private long abortedUpTo;
    private volatile bool running;

    /// <summary>Stops the running cell, if there is one.</summary>
    public void Interrupt()
    {
        if (running) language.Interrupt();
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
        var output = new CellOutput(request, questions);
        switch (Run(code, output))
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
                output.Payload.Add(new JsonObject { ["source"] = "ask_exit", ["keepkernel"] = false });
                Succeed(request, output);
                exit(exitCode);
                break;
        }
    }

    private History.Entry? Begin(Request request, string code, bool silent)
    {
        var stored = !silent && request.Flag("store_history", otherwise: true);
        executionCount = counted + 1;          // a cell that is not stored lends the next one's number
        if (stored) counted++;
        if (!silent) request.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = executionCount });
        return stored ? history.Add(executionCount, code) : null;
    }

    private CellOutcome Run(string code, CellOutput output)
    {
        running = true;
        try
        {
            using (capture.Attach(output)) return Explanation.Of(code, language, output) ?? language.Run(code, executionCount, output);
        }
        catch (Exception problem)
        {
            return new CellOutcome.Failed(new CellError(problem.GetType().Name, problem.Message, [$"The kernel failed at this cell: {problem}"]));
        }
        finally
        {
            running = false;
            output.Flush();
        }
    }

    private void Succeed(Request request, CellOutput output) => request.Reply(new JsonObject
    {
        ["status"] = "ok",
        ["execution_count"] = executionCount,
        ["user_expressions"] = Evaluate(request),
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
            values[name] = Run(expression?.ToString() ?? "", new CellOutput(request, questions)) switch
            {
                CellOutcome.Done(var value) => new JsonObject { ["status"] = "ok", ["data"] = (value ?? MimeBundle.Plain("")).ToJson(), ["metadata"] = new JsonObject() },
                CellOutcome.Failed(var error) => Request.ErrorReply(error),
                _ => new JsonObject { ["status"] = "aborted" },
            };
        }
        return values;
    }
}
