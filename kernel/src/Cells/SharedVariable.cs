using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;

namespace Workbook.Kernel.Cells;

/// <summary>Hands a value from one language's variables to the other's: the declaration that the kernel writes there takes it from here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SharedVariable
{
    private static readonly ConcurrentDictionary<string, object?> waiting = [];
    private static long count;

    /// <summary>The thing itself, not a copy; it waits under that key no longer.</summary>
    /// <exception cref="InvalidCastException">It is of another type.</exception>
    public static T Take<T>(string key) => waiting.TryRemove(key, out var value) ? (T)value! : throw new InvalidOperationException("The value has been taken already.");

    internal static Waiting Put(object? value)
    {
        var key = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        waiting[key] = value;
        return new(key);
    }

    /// <summary>A value that waits, until it is taken or nobody will.</summary>
    internal sealed record Waiting(string Key) : IDisposable
    {
        public void Dispose() => waiting.TryRemove(Key, out _);
    }
}
