using System.ComponentModel;

namespace Workbook.Cells;

/// <summary>What a cell declared with <c>using</c> at its top level: let go at the cell's end, the last first, after its value has been shown.</summary>
public static class CellScope
{
    private static readonly Lock gate = new();
    private static readonly Stack<object> owned = [];

    /// <summary>Keeps a thing until the cell's end; <c>using var x = …;</c> calls it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be disposed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void DisposeWithTheCell(this object? thing)
    {
        if (thing is not (null or IDisposable or IAsyncDisposable)) throw new InvalidOperationException($"using: a {thing.GetType().Name} cannot be disposed.");
        lock (gate)
            if (thing is not null) owned.Push(thing);
    }

    /// <summary>How many things are kept: a cell that another runs lets go of its own only.</summary>
    internal static int Count
    {
        get { lock (gate) return owned.Count; }
    }

    internal static void End(int kept)
    {
        while (Next(kept) is { } thing)
            if (thing is IDisposable disposable) disposable.Dispose();
            else ((IAsyncDisposable)thing).DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static object? Next(int kept)
    {
        lock (gate) return owned.Count > kept && owned.TryPop(out var thing) ? thing : null;
    }
}
