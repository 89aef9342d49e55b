namespace Workbook.Kernel.Evaluator;

/// <summary>Blocks that ran as they were written because they did not compile with the checks in them: each is a mistake of a weaver's, counted and told.</summary>
internal static class Fallbacks
{
    private static int count;

    /// <summary>How many there were in this process.</summary>
    public static int Count => Volatile.Read(ref count);

    /// <summary>Counts one more, and says for the error stream what that means and why it is.</summary>
    public static string Tell(string reason)
    {
        Interlocked.Increment(ref count);
        return $"This cell runs without the kernel's checks: Stop does not reach it, and endless recursion would end the process. That is a mistake of the kernel's, please report it with the cell. ({reason})\n";
    }
}
