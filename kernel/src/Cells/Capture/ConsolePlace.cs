using System.Reactive.Disposables;
using Microsoft.DotNet.Interactive.Utility;

namespace Workbook.Kernel.Cells.Capture;

/// <summary>The console stays ours.</summary>
/// <remarks>
/// The interactive package would put its own writer into the console for every command, make an event of each word printed and keep them all
/// until the command's end. Printing is gathered as it comes instead, and goes on under its cell when the cell has ended. The package takes
/// the console when the first of its subscribers comes and gives it back when the last one goes: one that stays, once, settles it.
/// </remarks>
internal static class ConsolePlace
{
    /// <summary>Held by whoever puts writers into the console, or must not print while that is done.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>From now on commands leave the console alone.</summary>
    public static void Keep()
    {
        lock (Gate)
        {
            var (output, error) = (Console.Out, Console.Error);
            ConsoleOutput.Subscribe(_ => Disposable.Empty);
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
