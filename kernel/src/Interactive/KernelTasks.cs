using System.Collections.Concurrent;

namespace Workbook.Kernel.Interactive;

/// <summary>Threads for what the interactive package does between the parts of a command: its own, so that no cell waits behind tasks that another has left in the pool.</summary>
/// <remarks>The package starts and continues its tasks on the current scheduler; what is sent, and the kernels that it is sent to, are made on this one. Cells themselves run elsewhere.</remarks>
internal sealed class KernelTasks : TaskScheduler
{
    private const int StackSize = 1 << 20;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);
    private readonly BlockingCollection<Task> waiting = [];
    private int idle;

    private KernelTasks() => Start(() => Work(Timeout.InfiniteTimeSpan));

    /// <summary>The one of this process.</summary>
    public static KernelTasks All { get; } = new();

    /// <summary>Calls something on these threads.</summary>
    public Task<T> Run<T>(Func<T> function) => Task.Factory.StartNew(function, CancellationToken.None, TaskCreationOptions.None, this);

    protected override void QueueTask(Task task)
    {
        if (task.CreationOptions.HasFlag(TaskCreationOptions.LongRunning))
        {
            Start(() => TryExecuteTask(task));
            return;
        }
        waiting.Add(task);
        if (Volatile.Read(ref idle) < waiting.Count) StartAnother();          // those there are may be blocked
    }

    // Not above: there the thread would hold the task that it was started for, and with it what the cell showed.
    private void StartAnother() => Start(() => Work(patience));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [.. waiting];

    private void Work(TimeSpan longest)
    {
        while (true)
        {
            Interlocked.Increment(ref idle);
            var found = waiting.TryTake(out var task, longest);
            Interlocked.Decrement(ref idle);
            if (found) TryExecuteTask(task!);
            else if (waiting.Count == 0) return;
        }
    }

    // Without the flow of control of the cell that happens to need one more thread: its thread-wide values would live as long as the thread.
    private static void Start(Action work) => new Thread(() => work(), StackSize) { IsBackground = true, Name = "kernel" }.UnsafeStart();
}
