namespace Workbook.Kernel.Cells.Capture;

/// <summary>Sends what this process prints, shows and asks to the cell that does it: the console, native code, child processes.</summary>
/// <remarks>
/// A cell is remembered in the flow of control, so a task it leaves behind goes on printing under it.
/// Native code has no such memory: its text belongs to the cell attached last.
/// </remarks>
internal sealed class ConsoleCapture : IDisposable
{
    private static readonly string[] lastWords = ["Process terminated.", "Stack overflow.", "Fatal error.", "Unhandled exception."];
    private readonly TextWriter previousOut, previousError;
    private readonly TextWriter mineOut, mineError;
    private readonly CellReader mineIn;
    private readonly TextReader previousIn;
    private readonly ConsoleCapture? previous;
    private readonly AsyncLocal<Printing?> mine = new();
    private readonly NativeCapture[] native;
    private volatile Printing? latest;
    private bool dying;

    /// <summary>Takes over the console, the screen and, on Unix, the descriptors 1 and 2, until disposed.</summary>
    public ConsoleCapture()
    {
        Terminal = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        mineOut = TextWriter.Synchronized(new CellWriter(text => Print("stdout", text)));
        mineError = TextWriter.Synchronized(new CellWriter(text => Print("stderr", text)));
        mineIn = new CellReader(this);
        lock (ConsolePlace.Gate) (previousOut, previousError, previousIn) = (Console.Out, Console.Error, Console.In);
        TakeConsole();
        previous = CurrentOutput.Use(this);
        native = OperatingSystem.IsWindows() ? [] :
        [
            new NativeCapture(1, text => PrintNative("stdout", text)),
            new NativeCapture(2, PrintNativeError),
        ];
    }

    /// <summary>The terminal this process was started from, whatever has been captured: for the log.</summary>
    public TextWriter Terminal { get; }

    /// <summary>The output of the cell that this flow of control belongs to, else of the one attached last.</summary>
    public ICellOutput? Output => Current?.Output;

    /// <summary>The nearest of them of one kind, past those that only collect; null where there is none.</summary>
    public T? Nearest<T>() where T : class, ICellOutput => Current?.Nearest<T>();

    /// <summary>The cell that this flow of control belongs to, else the one attached last.</summary>
    private Printing? Current => mine.Value ?? latest;

    /// <summary>From here on, what this flow of control prints goes to <paramref name="output"/>; dispose at the cell's end. May be nested.</summary>
    public IDisposable Attach(ICellOutput output)
    {
        TakeConsole();          // a cell may have put something else there
        if (mine.Value is null) mineIn.Forget();
        var printing = new Printing(this, output, mine.Value);
        mine.Value = latest = printing;
        return printing;
    }

    private void TakeConsole()
    {
        lock (ConsolePlace.Gate)
        {
            Console.SetOut(mineOut);
            Console.SetError(mineError);
            Console.SetIn(mineIn);
        }
    }

    /// <summary>Waits until what native code has printed so far has arrived at its cell.</summary>
    public void Drain()
    {
        if (native.Length > 0) Posix.FlushStdio();
        foreach (var capture in native) capture.Drain();
    }

    /// <summary>Gives everything back.</summary>
    public void Dispose()
    {
        Drain();
        foreach (var capture in native) capture.Dispose();
        lock (ConsolePlace.Gate)
        {
            Console.SetOut(previousOut);
            Console.SetError(previousError);
            Console.SetIn(previousIn);
        }
        CurrentOutput.Use(previous);
    }

    private void Print(string name, string text)
    {
        if (Current is { } printing) printing.Write(name, text);
        else Terminal.Write(text);
    }

    private void PrintNative(string name, string text)
    {
        if (latest is { } printing) printing.Write(name, text);
        else Terminal.Write(text);
    }

    /// <summary>The runtime's last words, when the process dies, go to the terminal too, and what follows them past us: there may be no later.</summary>
    private void PrintNativeError(string text)
    {
        dying |= lastWords.Any(words => text.StartsWith(words, StringComparison.Ordinal));
        if (dying) native[1].LetGo();
        if (dying) Terminal.Write(text);
        PrintNative("stderr", text);
        if (dying) latest?.Hurry();
    }

    /// <summary>One cell's printing, up to a limit.</summary>
    internal sealed class Printing(ConsoleCapture capture, ICellOutput output, Printing? around) : IDisposable
    {
        /// <summary>How many characters of printed text one cell may send; a front end chokes on much more.</summary>
        public const int Limit = 1_000_000;

        private long printed;

        public ICellOutput Output => output;

        public T? Nearest<T>() where T : class, ICellOutput => output as T ?? around?.Nearest<T>();

        public void Write(string name, string text)
        {
            var room = Limit - (Interlocked.Add(ref printed, text.Length) - text.Length);
            if (room >= text.Length) output.Stream(name, text);
            else if (room >= 0) output.Stream(name, $"{text[..(int)room]}\n[This cell has printed {Limit:N0} characters; the rest is not shown.]\n");
        }

        public void Hurry() => output.Flush();

        public void Dispose()
        {
            capture.Drain();
            capture.mine.Value = around;
            if (around is not null) capture.latest = around;
            var lost = Interlocked.Read(ref printed) - Limit;
            if (lost > 0) output.Stream("stdout", $"[{lost:N0} more characters were printed and are not shown.]\n");
        }
    }
}
