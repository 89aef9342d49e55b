using System.Runtime.InteropServices;

namespace Workbook.Kernel.Cells.Capture;

/// <summary>The C library calls that capturing a file descriptor and watching a parent need.</summary>
internal static partial class Posix
{
    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    internal static partial int Dup(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    internal static partial int Dup2(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int descriptor);

    /// <summary>The process that started this one; after its death, the one that took its children over.</summary>
    [LibraryImport("libc", EntryPoint = "getppid")]
    internal static partial int Parent();

    /// <summary>Pushes out what C's stdio holds back; on a pipe it buffers whole blocks.</summary>
    internal static void FlushStdio() => FFlush(0);

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FFlush(nint allStreams);
}
