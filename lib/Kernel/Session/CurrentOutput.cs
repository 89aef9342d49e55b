using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>The screen of a kernel: whatever comes goes to the output of the cell it comes from; between cells, to the screen there was before.</summary>
internal sealed class CurrentOutput(Func<ICellOutput?> current, IScreen before) : ICellOutput
{
    public void Show(string id, MimeBundle bundle) => (current() ?? before).Show(id, bundle);

    public void Update(string id, MimeBundle bundle) => (current() ?? before).Update(id, bundle);

    public void Stream(string name, string text) => current()?.Stream(name, text);

    public void Clear(bool wait) => current()?.Clear(wait);

    public void Page(MimeBundle bundle) => current()?.Page(bundle);

    public string ReadLine(string prompt, bool password) =>
        (current() ?? throw new InvalidOperationException("No cell is running that could ask for input.")).ReadLine(prompt, password);
}
