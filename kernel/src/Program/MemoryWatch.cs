using System.Globalization;
using System.Runtime.InteropServices;

namespace Workbook.Kernel;

/// <summary>Collects garbage when the process has grown, also in the middle of a cell.</summary>
/// <remarks>
/// What libraries hold outside of .NET (tensors, pictures, data frames) the collector does not see: a loop that makes a tensor a turn and
/// disposes none would fill the machine long before .NET's own heap had grown enough to be looked at. So the size of the whole process is
/// looked at instead, twenty times a second, and dead objects give back what they hold. A running cell is asked to rest for it, at a point where
/// it is not inside a library (<see cref="Guard.Rest"/>); one that passes none and grows by gigabytes is collected as it is.
/// Before all that the C library is asked for its holes: a small block that waits for its finalizer in the place of a large one that was
/// freed makes the next large one miss it by a few bytes, and a loop that keeps nothing grows by a gigabyte a second.
/// </remarks>
internal static partial class MemoryWatch
{
    private const long Growth = 384L << 20;
    private static readonly long tooMuch = Math.Min(4L << 30, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 3);
    private const int Rounds = 3;                                // a cell that goes on while it is collected has more that is not in use
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50), patience = TimeSpan.FromSeconds(1);
    private static long least;                                   // the smallest that the process was since it was last collected

    /// <summary>Begins to watch, on a thread of its own; nothing where the system does not tell how large the process is.</summary>
    public static void Start()
    {
        if (!File.Exists("/proc/self/statm")) return;
        least = Resident();
        Guard.Resting = () => Collect(rounds: 1);
        new Thread(Watch) { IsBackground = true, Name = "memory" }.Start();
    }

    private static void Watch()
    {
        long? asked = null;
        for (var trimmed = long.MaxValue; ; Thread.Sleep(pause))
        {
            var now = Resident();
            if (now < Volatile.Read(ref least)) Volatile.Write(ref least, now);
            trimmed = Math.Min(trimmed, now);
            if (now - trimmed >= Growth)
            {
                Trim();
                trimmed = now = Resident();
            }
            if (now - Volatile.Read(ref least) < Growth)
            {
                asked = null;
                continue;
            }
            asked ??= Environment.TickCount64;
            if (Guard.Busy)
            {
                Guard.AskForRest();
                if (now - Volatile.Read(ref least) < tooMuch || Environment.TickCount64 - asked < patience.TotalMilliseconds) continue;
            }
            Collect(Rounds);
            asked = null;
        }
    }

    private static void Collect(int rounds)
    {
        for (var round = 0; round < rounds && Resident() - Volatile.Read(ref least) >= Growth; round++)
        {
            GC.Collect();
            LetFinalizersRun();
            Trim();
        }
        Volatile.Write(ref least, Resident());                   // what is left is in use: the next look waits for as much again
    }

    // A cell may hold finalizers back, or have one that never ends: whoever rests in it must not wait for that.
    private static void LetFinalizersRun()
    {
        var waiting = new Thread(GC.WaitForPendingFinalizers) { IsBackground = true };
        waiting.Start();
        waiting.Join(patience);
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
