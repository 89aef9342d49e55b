using System.Collections.Concurrent;

namespace Workbook.Kernel.Cells;

/// <summary>Which things on the screen may change their formats when they are updated: those for which nobody asked for particular ones.</summary>
internal static class DisplayHandles
{
    private const int Most = 10_000;
    private static readonly ConcurrentDictionary<string, bool> free = new();
    private static readonly ConcurrentQueue<string> order = new();

    /// <summary>This one may.</summary>
    public static void Free(string id)
    {
        free[id] = true;
        order.Enqueue(id);
        if (order.Count > Most && order.TryDequeue(out var oldest)) free.TryRemove(oldest, out _);
    }

    /// <summary>Whether it may.</summary>
    public static bool IsFree(string id) => free.ContainsKey(id);
}
