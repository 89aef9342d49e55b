using System.Diagnostics;

namespace Workbook.Kernel;

/// <summary>Sees to it that a kernel does not outlive the Jupyter that started it.</summary>
internal static class ParentWatch
{
    /// <summary>Completes when the process that <c>JPY_PARENT_PID</c> names is gone; never, when it names none.</summary>
    public static async Task Gone(string? parent)
    {
        if (!int.TryParse(parent, out var id) || id <= 1) await Task.Delay(Timeout.Infinite);
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // it was gone before we looked
        }
    }
}
