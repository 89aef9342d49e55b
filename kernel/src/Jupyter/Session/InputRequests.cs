using System.Text.Json.Nodes;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>Asks the person at the front end that sent a cell, and waits for the answer.</summary>
internal sealed class InputRequests
{
    private TaskCompletionSource<string>? open;

    /// <summary>Asks for a line; an interrupt of the cell ends the wait.</summary>
    public string Ask(Request cell, string prompt, bool password)
    {
        if (!cell.Flag("allow_stdin", otherwise: true))
        {
            throw new InvalidOperationException("This front end takes no input while a cell runs. Assign the value in the cell instead.");
        }
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        open = answer;
        var question = cell.Message.Child("input_request", cell.Connection.Session, new JsonObject { ["prompt"] = prompt, ["password"] = password });
        cell.Connection.Send(Channel.Stdin, question with { Identities = cell.Message.Identities });
        answer.Task.Wait(Guard.Token);
        return answer.Task.Result;
    }

    /// <summary>Takes an answer; one that nobody waits for is forgotten.</summary>
    public void Receive(Request reply) => open?.TrySetResult(reply.Text("value"));
}
