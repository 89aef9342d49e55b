using System.Collections.Concurrent;

namespace Workbook.Kernel.Interactive;

/// <summary>The thread that sent a command does what the command's handler asks for: cells run where their stack is large and a stop finds them.</summary>
/// <remarks>The scheduler of the interactive package calls handlers on a thread of its own.</remarks>
internal sealed class CellThread
{
    private static readonly AsyncLocal<CellThread?> lent = new();
    private readonly BlockingCollection<Action?> waiting = [];          // a null at the end: closing it would wake the thread by an exception
    private readonly Lock gate = new();
    private volatile bool isFree = true;
    private bool isOver;

    private CellThread() { }

    /// <summary>Sends a command and lends it this thread until it is done.</summary>
    public static T Lend<T>(Func<Task<T>> send)
    {
        var (before, thread) = (lent.Value, new CellThread());
        lent.Value = thread;
        try
        {
            var sent = KernelTasks.All.Run(send).Unwrap();
            sent.ContinueWith(_ => thread.End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (thread.waiting.Take() is { } action) thread.Do(action);
            return sent.GetAwaiter().GetResult();
        }
        finally
        {
            lent.Value = before;
        }
    }

    /// <summary>Does something on the thread that was lent to this flow of control; here, where none was or it is busy with the cell that asks.</summary>
    public static Task Run(Action action)
    {
        if (lent.Value is { isFree: true } thread && thread.Take(action) is { } done) return done;
        action();
        return Task.CompletedTask;
    }

    // Null when the command is done: its thread has gone on.
    private Task? Take(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = ExecutionContext.Capture()!;
        lock (gate)
        {
            if (isOver) return null;
            waiting.Add(() => ExecutionContext.Run(context, _ => Finish(action, done), null));
        }
        return done.Task;
    }

    private void End()
    {
        lock (gate)
        {
            isOver = true;
            waiting.Add(null);
        }
    }

    private void Do(Action action)
    {
        isFree = false;
        try
        {
            action();
        }
        finally
        {
            isFree = true;
        }
    }

    private static void Finish(Action action, TaskCompletionSource done)
    {
        try
        {
            action();
            done.SetResult();
        }
        catch (Exception exception)
        {
            done.SetException(exception);
        }
    }
}
