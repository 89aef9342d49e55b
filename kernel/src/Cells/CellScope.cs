using System.ComponentModel;

namespace Workbook.Cells;

/// <summary>What a cell declared with <c>using</c> at its top level: let go at the cell's end, the last first, after its value has been shown.</summary>
public static class CellScope
{
    private static readonly Lock gate = new();
    private static readonly Stack<(object Thing, bool Awaited)> owned = [];

    /// <summary>Keeps a thing until the cell's end; <c>using var x = …;</c> calls it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be disposed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void DisposeWithTheCell(this object? thing)
    {
        if (thing is not (null or IDisposable or IAsyncDisposable)) throw new InvalidOperationException($"using: a {thing.GetType().Name} cannot be disposed.");
        Keep(thing, awaited: thing is not IDisposable);
    }

    /// <summary>Keeps a thing until the cell's end, when its disposal is awaited; <c>await using var x = …;</c> calls it.</summary>
    /// <exception cref="InvalidOperationException">Its disposal cannot be awaited.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void DisposeWithTheCellAwaited(this object? thing)
    {
        if (thing is not (null or IAsyncDisposable)) throw new InvalidOperationException($"await using: a {thing.GetType().Name} has no disposal to await; using var … lets go of what is IDisposable.");
        Keep(thing, awaited: true);
    }

    /// <summary>How many things are kept: a cell that another runs lets go of its own only.</summary>
    internal static int Count
    {
        get { lock (gate) return owned.Count; }
    }

    internal static void End(int kept)
    {
        while (Next(kept) is { } thing)
            if (thing.Awaited) ((IAsyncDisposable)thing.Thing).DisposeAsync().AsTask().GetAwaiter().GetResult();
            else ((IDisposable)thing.Thing).Dispose();
    }

    private static void Keep(object? thing, bool awaited)
    {
        if (thing is null) return;
        lock (gate) owned.Push((thing, awaited));
    }

    private static (object Thing, bool Awaited)? Next(int kept)
    {
        lock (gate) return owned.Count > kept && owned.TryPop(out var thing) ? thing : null;
    }
}
