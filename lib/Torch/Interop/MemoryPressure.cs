namespace TorchSharp.Interop;

/// <summary>Tells the garbage collector of native memory, in lumps: what a step takes and gives back never reaches it.</summary>
internal static class MemoryPressure
{
    private const long LumpKiB = 16 * 1024;

    [ThreadStatic] private static long pendingKiB;

    internal static void Add(int kiB)
    {
        if ((pendingKiB += kiB) >= LumpKiB) Report();
    }

    internal static void Remove(int kiB)
    {
        if ((pendingKiB -= kiB) <= -LumpKiB) Report();
    }

    private static void Report()
    {
        var bytes = pendingKiB * 1024;
        pendingKiB = 0;
        if (bytes > 0) GC.AddMemoryPressure(bytes);
        else GC.RemoveMemoryPressure(-bytes);
    }
}
