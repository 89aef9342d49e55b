using System.Globalization;
using System.Runtime.InteropServices;

namespace Workbook.Kernel;

/// <summary>Collects garbage when the process has grown, also in the middle of a cell.</summary>
/// <remarks>
/// What libraries hold outside of .NET (tensors, pictures, data frames) the collector does not see: a loop that makes a tensor a turn and
/// disposes none would fill the machine long before .NET's own heap had grown enough to be looked at. So the size of the whole process is
/// looked at instead, twenty times a second, and dead objects give back what they hold. The C library keeps what it gets back, in holes that
/// the next large block may miss by a few bytes, so it is asked for the holes too.
/// </remarks>
internal static partial class MemoryWatch
{
    private const long Growth = 384L << 20;
    private const int Rounds = 3;                                // a cell goes on while it is collected: what it made meanwhile is not in use either
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Begins to watch, on a thread of its own; nothing where the system does not tell how large the process is.</summary>
    public static void Start()
    {
        if (!File.Exists("/proc/self/statm")) return;
        new Thread(Watch) { IsBackground = true, Name = "memory" }.Start();
    }

    private static void Watch()
    {
        for (var least = Resident(); ; Thread.Sleep(pause))
        {
            var now = Resident();
            least = Math.Min(least, now);
            if (now - least < Growth) continue;
            for (var round = 0; round < Rounds && Resident() - least >= Growth; round++) Collect();
            least = Resident();                                  // what is left is in use: the next look waits for as much again
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Trim();
    }

    private static void Trim()
    {
        try
        {
            _ = MallocTrim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without it (musl) gives holes back by itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint kept);

    private static long Resident()
    {
        Span<byte> text = stackalloc byte[128];
        using var file = File.OpenHandle("/proc/self/statm");
        var line = text[..RandomAccess.Read(file, text, 0)];
        var pages = line[(line.IndexOf((byte)' ') + 1)..];
        return long.Parse(pages[..pages.IndexOf((byte)' ')], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }
}
