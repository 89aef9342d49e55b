namespace Workbook.Grading;

/// <summary>What a submission may use.</summary>
/// <param name="Submission">How long all of it may take.</param>
/// <param name="Cell">How long one of its cells may run.</param>
/// <param name="Memory">Bytes of memory, of all its processes together.</param>
/// <param name="Processes">How many processes there may be at once.</param>
/// <param name="Threads">On how many threads it may compute.</param>
internal sealed record Limits(TimeSpan Submission, TimeSpan Cell, long Memory, int Processes, int Threads)
{
    /// <summary>Bytes that it may write, all in all: they lie in memory and go with the process.</summary>
    public const long Disk = 256 << 20;

    /// <summary>How long a cell that was told to stop may take to do so.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How many processes and threads the system lets it have at all; .NET and libtorch take some forty.</summary>
    public int Tasks => 256 + 4 * Processes;

    /// <summary>Of the memory, what .NET's own objects may take: an endless list is an error in its cell, and not the end of the process.</summary>
    public long ManagedMemory => Memory / 3 * 2;
}
