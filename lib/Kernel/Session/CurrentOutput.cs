using Workbook.Display;
using Workbook.Widgets;

namespace Workbook.Kernel;

/// <summary>The screen of a kernel: whatever comes goes to the output of the cell it comes from; between cells, to the screen there was before.</summary>
internal sealed class CurrentOutput(ConsoleCapture capture, IScreen before) : ICellOutput
{
    /// <summary>The output of the cell that runs here, where there is a page that can answer.</summary>
    public static ICommOutput? Comm => (Screen.Current as CurrentOutput)?.Capture.Comm;

    /// <summary>Where things shown here arrive.</summary>
    public static IScreen Now => Screen.Current is CurrentOutput here ? here.Current ?? here.Before : Screen.Current;

    private ConsoleCapture Capture => capture;

    private IScreen Before => before;

    private ICellOutput? Current => capture.Output;

    /// <summary>From here on, until disposed, what this flow of control shows goes to another output.</summary>
    public static IDisposable? Redirect(ICellOutput output) => (Screen.Current as CurrentOutput)?.Capture.Attach(output);

    public void Show(string id, MimeBundle bundle) => (Current ?? before).Show(id, bundle);

    public void Update(string id, MimeBundle bundle) => (Current ?? before).Update(id, bundle);

    public void Stream(string name, string text) => Current?.Stream(name, text);

    public void Clear(bool wait) => Current?.Clear(wait);

    public void Page(MimeBundle bundle) => Current?.Page(bundle);

    public string ReadLine(string prompt, bool password) =>
        (Current ?? throw new InvalidOperationException("No cell is running that could ask for input.")).ReadLine(prompt, password);
}
