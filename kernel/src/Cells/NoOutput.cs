namespace Workbook.Kernel.Cells;

/// <summary>The output of what runs where no cell has run yet: nobody looks.</summary>
internal sealed class NoOutput : ICellOutput
{
    public static readonly NoOutput Instance = new();

    public void Show(string id, MimeBundle bundle) { }
    public void Update(string id, MimeBundle bundle) { }
    public void Stream(string name, string text) { }
    public void Clear(bool wait) { }
    public void Page(MimeBundle bundle) { }
    public string ReadLine(string prompt, bool password) => throw new InvalidOperationException("No cell is running that could ask for input.");
}
