using System.Runtime;
using System.Runtime.InteropServices;

namespace Workbook.Engine;

/// <summary>What libtorch reads from the process as it loads: how waiting threads wait, and when memory goes back to the system; and when .NET may collect.</summary>
internal static partial class ProcessSettings
{
    private const string Turns = "3000";                                            // some 80 µs where it was measured
    private const int TrimThreshold = -1, TopPad = -2, MmapThreshold = -3;      // names of malloc.h

    /// <summary>To be called before the first native library of libtorch is loaded; a second call changes nothing.</summary>
    public static void Apply()
    {
        // The collector works where somebody makes an object, not beside a thread that computes: TorchSharp lets go of numbers while libtorch
        // still reads them (see Finalizers). One thread that computes and makes large arrays ended within 3,400 steps while collections
        // ran beside it, twice in two; without them none in 110,000, twice.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        if (!OperatingSystem.IsLinux()) return;
        // A thread that waits for the others turns about for as long as falling asleep and being woken would take, then sleeps. Threads
        // that sleep at once make two threads slower than one where the work comes in small parts; threads that turn for long, as OpenMP's
        // own do, make them slower where the machine is busy. .NET's own SetEnvironmentVariable does not reach native code.
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null) _ = SetEnvironment("GOMP_SPINCOUNT", Turns, overwrite: 0);
        _ = SetEnvironment("OMP_WAIT_POLICY", "PASSIVE", overwrite: 0);
        try
        {
            // Freed blocks stay with the process instead of going back to the system at every step: a quarter of a step's time.
            // 32 MiB is the most that malloc takes for the first, which must be taken, as setting the others stops it from adapting.
            if (SetMalloc(MmapThreshold, 32 << 20) == 0) return;
            _ = SetMalloc(TrimThreshold, 512 << 20);
            _ = SetMalloc(TopPad, 16 << 20);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without it (musl) has no such settings.
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetMalloc(int what, int value);
}
