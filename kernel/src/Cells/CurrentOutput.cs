namespace Workbook.Kernel.Cells;

/// <summary>Where what is shown here arrives: the output of the cell that this flow of control belongs to.</summary>
internal static class CurrentOutput
{
    private static ConsoleCapture? capture;
    private static volatile ICellOutput? latest;

    /// <summary>The nearest output of one kind around what runs here; null where there is none.</summary>
    public static T? Nearest<T>() where T : class, ICellOutput => capture?.Nearest<T>();

    /// <summary>The output of the cell that runs here, else of the one that ran last; null where there is none.</summary>
    public static ICellOutput? Now => capture?.Output ?? latest;

    /// <summary>A cell begins whose output nobody has attached to the console.</summary>
    public static void Begin(ICellOutput output) => latest = output;

    /// <summary>From here on, until disposed, what this flow of control shows goes to another output.</summary>
    public static IDisposable? Redirect(ICellOutput output) => capture?.Attach(output);

    /// <summary>Outputs are attached to this one from now on; returns the one before it.</summary>
    public static ConsoleCapture? Use(ConsoleCapture? next) => Interlocked.Exchange(ref capture, next);
}

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
