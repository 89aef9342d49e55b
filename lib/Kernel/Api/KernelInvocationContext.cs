using Workbook.Display;
using Workbook.Kernel;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as the dialect's notebooks call it.</summary>
public sealed class KernelInvocationContext
{
    private KernelInvocationContext() { }

    /// <summary>The cell that is running.</summary>
    public static KernelInvocationContext Current { get; } = new();

    /// <summary>Cancelled when the person at the front end stops the cell.</summary>
    public CancellationToken CancellationToken => Screen.Cancellation;

    /// <summary>Shows a value; the handle replaces it in place.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows text as what the MIME type says.</summary>
    public DisplayedValue DisplayAs(string text, string mimeType) => text.DisplayAs(mimeType);

    /// <summary>Prints to the cell's output.</summary>
    public void DisplayStandardOut(string text) => (Screen.Current as ICellOutput)?.Stream("stdout", text);

    /// <summary>Prints to the cell's error output.</summary>
    public void DisplayStandardError(string text) => (Screen.Current as ICellOutput)?.Stream("stderr", text);
}
