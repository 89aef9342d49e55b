using System.Diagnostics;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>Sees to it that a kernel does not outlive the Jupyter that started it.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(0.5);

    /// <summary>Completes when the process that <c>JPY_PARENT_PID</c> names is gone; never, when it names none.</summary>
    public static async Task Gone(string? parent)
    {
        if (!int.TryParse(parent, out var id) || id <= 1) await Task.Delay(Timeout.Infinite);
        // A parent that was killed keeps its number until somebody asks for its exit code; but its children get another parent at once.
        var isOurs = !OperatingSystem.IsWindows() && Posix.Parent() == id;
        using var timer = new PeriodicTimer(pause);
        do
        {
            if (isOurs ? Posix.Parent() != id : !Exists(id)) return;
        }
        while (await timer.WaitForNextTickAsync());
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
