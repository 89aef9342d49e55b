namespace Workbook.Kernel.Cells;

/// <summary>A language that cells can be written in. It knows no sockets; the protocol knows no language.</summary>
/// <remarks><see cref="Run(string, int, ICellOutput)"/> is called by one thread at a time; the questions may be asked from another while a cell runs.</remarks>
public interface ILanguage
{
    /// <summary>Runs one cell to its end and says what became of it; never throws for what the cell did.</summary>
    CellOutcome Run(string code, int executionCount, ICellOutput output);

    /// <summary>Runs one cell that says what it is written in, as a magic without its mark (<c>fsharp</c>); null where it does not say.</summary>
    CellOutcome Run(string code, string? language, int executionCount, ICellOutput output) => Run(code, executionCount, output);

    /// <summary>Calls what a cell left to be called (the handler of a button), as a cell is run: it may be stopped, and never throws.</summary>
    CellOutcome Call(Action action);

    /// <summary>Stops the running cell, wherever it is: a busy loop, a wait or an await; false when none is running. Safe from any thread.</summary>
    bool Interrupt();

    /// <summary>What could be typed at the cursor (a UTF-16 index).</summary>
    Completions Complete(string code, int cursor);

    /// <summary>Documentation of what stands at the cursor, or null.</summary>
    MimeBundle? Inspect(string code, int cursor, bool detailed);

    /// <summary>Whether the text is a whole cell.</summary>
    Completeness IsComplete(string code);
}

/// <summary>What became of a cell.</summary>
public abstract record CellOutcome
{
    private CellOutcome() { }

    /// <summary>It ran to its end; <paramref name="Value"/> is the bundle of its last expression, if it had one worth showing.</summary>
    public sealed record Done(MimeBundle? Value) : CellOutcome;

    /// <summary>It did not compile, threw, or was interrupted.</summary>
    public sealed record Failed(CellError Error) : CellOutcome;

    /// <summary>It asked the session to end.</summary>
    public sealed record Exit(int Code) : CellOutcome;
}

/// <summary>An error as the front end shows it; the traceback's lines may carry ANSI colours.</summary>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>The name of the error that tells of a stop.</summary>
    internal const string Stopped = "Interrupted";
}

/// <summary>Where a cell's output goes.</summary>
public interface ICellOutput
{
    /// <summary>Shows a thing under a name by which it can be replaced.</summary>
    void Show(string id, MimeBundle bundle);

    /// <summary>Replaces what was shown under that name.</summary>
    void Update(string id, MimeBundle bundle);

    /// <summary>Text for <c>stdout</c> or <c>stderr</c>.</summary>
    void Stream(string name, string text);

    /// <summary>Clears the cell's output, now or when the next output comes.</summary>
    void Clear(bool wait);

    /// <summary>Text for the front end's pager (help, long listings).</summary>
    void Page(MimeBundle bundle);

    /// <summary>Asks the person at the front end for a line.</summary>
    /// <exception cref="InvalidOperationException">The front end does not take questions.</exception>
    string ReadLine(string prompt, bool password);

    /// <summary>Sends what has been gathered so far; nothing where nothing is gathered.</summary>
    void Flush() { }
}

/// <summary>What could replace the text between <paramref name="Start"/> and <paramref name="End"/> (UTF-16 indices).</summary>
public sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items);

/// <summary>One offer, with the kind and signature that the front end may show beside it.</summary>
public sealed record Completion(string Text, string Kind, string Signature);

/// <summary>The three answers to "is this a whole cell?".</summary>
public enum Completeness
{
    /// <summary>It can run.</summary>
    Complete,

    /// <summary>More is to come.</summary>
    Incomplete,

    /// <summary>No continuation can make it right.</summary>
    Invalid,
}
