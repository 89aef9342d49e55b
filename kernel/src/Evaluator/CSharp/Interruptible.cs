using System.Reactive.Disposables;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Runs one cell so that it can be stopped from another thread, by three reaches together:
/// a flag for running code, a thread interrupt for sleeps and waits, a cancelled token for awaits.</summary>
internal sealed class Interruptible
{
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private CancellationTokenSource source = new();
    private Thread? blocked;
    private readonly List<Action> onStop = [];
    private bool running;

    /// <summary>Cancelled by <see cref="Interrupt"/>; also ends a compilation.</summary>
    public CancellationToken Token => source.Token;

    public bool IsRunning
    {
        get { lock (gate) return running; }
    }

    public bool WasInterrupted => source.IsCancellationRequested;

    public void Begin()
    {
        lock (gate)
        {
            source = new CancellationTokenSource();
            Guard.Begin(source.Token);
            running = true;
        }
        Guard.MayRest(Environment.CurrentManagedThreadId);         // also while what the cell gave is shown, as much of it runs only then
    }

    public void End()
    {
        Guard.MayRest(-1);
        lock (gate)
        {
            running = false;
            Guard.Begin(CancellationToken.None);
        }
    }

    /// <summary>Something to do when the cell is stopped, before its waits end; until disposed.</summary>
    public IDisposable OnStop(Action action)
    {
        lock (gate) onStop.Add(action);
        return Disposable.Create(() =>
        {
            lock (gate) onStop.Remove(action);
        });
    }

    /// <summary>Stops what is running; false when nothing is.</summary>
    public bool Interrupt()
    {
        CancellationTokenSource stopped;
        Action[] first;
        lock (gate)
        {
            if (!running) return false;
            Guard.Stop();
            stopped = source;
            first = [.. onStop];
        }
        foreach (var action in first) action();
        _ = stopped.CancelAsync();                                 // says so from here on, however long those who listen to it take
        lock (gate)
        {
            if (running && source == stopped) blocked?.Interrupt();     // last, so that who catches it can see that it is a stop
        }
        return true;
    }

    /// <summary>Calls user code on this thread and waits for what it left running.</summary>
    /// <exception cref="CellInterruptedException">It was stopped and did not come to its end.</exception>
    public object? Run(Func<Task<object?>> body)
    {
        Thread? around;          // of a cell that runs another
        lock (gate) (around, blocked) = (blocked, Thread.CurrentThread);
        var rested = Guard.MayRest(Environment.CurrentManagedThreadId);
        try
        {
            if (WasInterrupted) throw new CellInterruptedException();
            return Finish(body());
        }
        finally
        {
            lock (gate) blocked = around;
            Drain();
            Guard.MayRest(rested);
        }
    }

    // An await that the weaver could reach ends by itself; anything else is left behind after a while.
    private static object? Finish(Task<object?> task)
    {
        if (!task.IsCompleted) Guard.MayRest(0);
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (ThreadInterruptedException) when (!task.IsCompleted)
        {
            if (((IAsyncResult)task).AsyncWaitHandle.WaitOne(grace)) return task.GetAwaiter().GetResult();
            throw new CellInterruptedException();
        }
    }

    // An interrupt that found the thread running stays pending until it next blocks: it must not hit the next cell.
    private void Drain()
    {
        if (!Guard.Stopping) return;
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
        }
    }
}
