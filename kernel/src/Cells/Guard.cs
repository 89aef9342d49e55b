using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Workbook.Kernel.Cells;

/// <summary>What is woven into every cell: the points at which a running cell can be stopped, or rests while garbage is collected.</summary>
/// <remarks>
/// A poll costs a load and a branch. <c>Throw</c> must never return: when it could, the JIT spilled the loop's
/// accumulators around the call and loops became five times slower.
/// </remarks>
public static class Guard
{
    /// <summary>The stack of a thread that runs cells, in bytes: a quarter of a million calls deep; more only makes endless recursion slower to report.</summary>
    internal const int StackSize = 8 << 20;

    // Where functions await, an exception is thrown anew at each call that it leaves, and its trace grows by as much; where they yield, each item passes
    // all those above: the time goes with the square of the depth.
    private const int DeepStackSize = 1 << 20;
    private const int StackStep = 64 * 1024;
    private static readonly TimeSpan cleanUpTime = TimeSpan.FromMilliseconds(500);
    private static volatile bool stopping, restAsked;
    private static int resting = -1;                    // the thread that may rest; 0 while the cell waits for what it left running
    private static long stoppedAt;
    [ThreadStatic] private static nuint allowedDepth, firstDepth;

    /// <summary>The greatest number handed to <see cref="Reached"/> since the cell began; −1 before the first.</summary>
    internal static int LastReached { get; private set; }

    internal static bool Stopping => stopping;

    /// <summary>Cancelled when the running cell is stopped.</summary>
    internal static CancellationToken Token { get; private set; }

    /// <summary>At the head of every loop body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Poll()
    {
        if (stopping) Throw();
    }

    /// <summary>At the head of a loop that cleans up (in a <c>finally</c>): it has half a second to come to its end.</summary>
    public static void PollLate()
    {
        if (stopping && TimeSpan.FromMilliseconds(Environment.TickCount64 - stoppedAt) > cleanUpTime) Throw();
    }

    /// <summary>At the head of every function: as <see cref="Poll"/>, and endless recursion ends in an exception, not in the process's death.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Enter()
    {
        if (stopping) Throw();
        byte here;
        var depth = ~(nuint)(&here);                    // grows as the stack does
        if (depth > allowedDepth) GoDeeper(depth);
    }

    /// <summary>Before what a field begins with: as <see cref="Enter"/>; always true.</summary>
    public static bool Entered()
    {
        Enter();
        return true;
    }

    /// <summary>At the head of a function that awaits or yields: as <see cref="Enter"/>, with less room.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void EnterDeep()
    {
        Enter();
        byte here;
        if ((nint)(~(nuint)(&here) - firstDepth) > DeepStackSize) throw TooDeep();
    }

    /// <summary>After every top-level declaration: tells which variables a cell that threw had set.</summary>
    public static void Reached(int declaration)
    {
        LastReached = declaration;
        Rest();
    }

    /// <summary>At the head of loops and functions that call others: a point where garbage may be collected.</summary>
    /// <remarks>
    /// Libraries hand what their objects hold to native code and hold the objects no longer, so that one which nobody else has may be given
    /// back by the collector in the middle of such a call: <c>f(g(x))</c>, with a tensor for g(x), then ends the process. Here no call is
    /// under way. A loop that calls nothing has no such point, as one would make it slower.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rest()
    {
        if (restAsked) TakeRest();
    }

    /// <summary>Around what is awaited: a stop ends the wait at once.</summary>
    public static Task Wait(Task task) => task.IsCompleted ? task : task.WaitAsync(Token);

    /// <inheritdoc cref="Wait(Task)"/>
    public static Task<T> Wait<T>(Task<T> task) => task.IsCompleted ? task : task.WaitAsync(Token);

    /// <inheritdoc cref="Wait(Task)"/>
    public static ValueTask Wait(ValueTask task) => task.IsCompleted ? task : new(Wait(task.AsTask()));

    /// <inheritdoc cref="Wait(Task)"/>
    public static ValueTask<T> Wait<T>(ValueTask<T> task) => task.IsCompleted ? task : new(Wait(task.AsTask()));

    /// <summary>Around what <c>await foreach</c> goes through: a stop ends the wait for the next item at once.</summary>
    public static async IAsyncEnumerable<T> Wait<T>(IAsyncEnumerable<T> stream)
    {
        await using var items = stream.GetAsyncEnumerator(Token);
        while (await Wait(items.MoveNextAsync())) yield return items.Current;
    }

    /// <summary>Around an expression of a query, which has no room for a statement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Polled<T>(T value)
    {
        if (stopping) Throw();
        return value;
    }

    /// <summary>Any other awaitable is left as it is.</summary>
    public static T Wait<T>(T awaitable) => awaitable;

    internal static void Begin(CancellationToken token)
    {
        Token = token;
        stopping = false;
    }

    /// <summary>Whether a cell is running.</summary>
    internal static bool Busy => resting >= 0;

    /// <summary>What a cell does when it rests.</summary>
    internal static Action? Resting { get; set; }

    /// <summary>The running cell shall rest at its next point.</summary>
    internal static void AskForRest() => restAsked = true;

    /// <summary>Which thread may rest: the cell's own; 0 for any, while that one only waits; −1 when no cell is running. Returns who might before.</summary>
    internal static int MayRest(int thread)
    {
        if (thread < 0) Rest();
        return Interlocked.Exchange(ref resting, thread);
    }

    internal static void StartCounting(int from = -1) => LastReached = from;

    internal static void Stop()
    {
        stoppedAt = Environment.TickCount64;
        stopping = true;
    }

    // Asks the runtime once per 64 kB of stack; it promises 128 kB more, or says no.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void GoDeeper(nuint depth)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw TooDeep();
        if (allowedDepth == 0) firstDepth = depth;
        allowedDepth = depth + StackStep;
    }

    private static InsufficientExecutionStackException TooDeep() => new("The stack is full: a function calls itself without end, or too deeply.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TakeRest()
    {
        if (resting != 0 && resting != Environment.CurrentManagedThreadId) return;
        restAsked = false;
        Resting?.Invoke();
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw() => throw new CellInterruptedException();
}

/// <summary>The person at the front end stopped the cell.</summary>
public sealed class CellInterruptedException() : OperationCanceledException("The cell was stopped.");
