using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>C#, and F# where a cell asks for it, cell by cell: state, magics, values, errors, interrupt, completion.</summary>
public sealed class CSharpLanguage : ILanguage
{
    private readonly Evaluator evaluator = new();
    private readonly Exchange exchange;
    private readonly MagicSet magics = MagicSet.Known;

    /// <summary>Makes a session without variables.</summary>
    public CSharpLanguage()
    {
        exchange = new(evaluator);
        Survival.Arrange(evaluator.Sources);
    }

    /// <summary>Compiles, runs and shows something in a session of its own, so that the person's first cell does not wait for the compiler to be loaded.</summary>
    public static void Warm()
    {
        var submissions = new Submissions();
        var compiled = submissions.Compile(Compiler.Parse("1 + 1", "warm"), default);
        ValueFormatter.ToMime(submissions.Load(compiled)().Result);
    }

    /// <summary>Runs a cell; what it prints and shows must already lead to <paramref name="output"/>.</summary>
    public CellOutcome Run(string code, int executionCount, ICellOutput output) => Run(code, null, executionCount, output);

    /// <inheritdoc/>
    public CellOutcome Run(string code, string? language, int executionCount, ICellOutput output) => Guarded(() =>
        new RunningCell(evaluator, exchange, magics, output).Run(code, $"Cell {executionCount}", CurrentFolder(), language));

    /// <inheritdoc/>
    public CellOutcome Call(Action action) => Guarded(() =>
    {
        evaluator.Interruptible.Run(() =>
        {
            action();
            return Task.FromResult<object?>(null);
        });
        return null;
    });

    private CellOutcome Guarded(Func<MimeBundle?> run)
    {
        evaluator.Interruptible.Begin();
        try
        {
            return new CellOutcome.Done(run());
        }
        catch (Exception exception)
        {
            return Failed(exception);
        }
        finally
        {
            evaluator.Interruptible.End();
        }
    }

    /// <inheritdoc/>
    public bool Interrupt()
    {
        var stopped = evaluator.Interruptible.Interrupt();
        exchange.FSharp.Interrupt();
        return stopped;
    }

    /// <inheritdoc/>
    public Completions Complete(string code, int cursor) =>
        MagicCompleter.Complete(code, cursor, magics)
        ?? (Nesting.Problem(code) is not null ? new(cursor, cursor, []) : FSharp(code, cursor) is not { } block ? Completer.Complete(Question(code, cursor))
            : IsReady() ? exchange.FSharp.Complete(block, cursor)
            : new(cursor, cursor, []));

    /// <inheritdoc/>
    public MimeBundle? Inspect(string code, int cursor, bool detailed) =>
        Nesting.Problem(code) is not null ? null
        : FSharp(code, cursor) is not { } block ? Inspector.Inspect(Question(code, cursor), detailed)
        : IsReady() ? exchange.FSharp.Inspect(block, cursor)
        : null;

    /// <inheritdoc/>
    public Completeness IsComplete(string code) =>
        Nesting.Problem(code) is not null ? Completeness.Invalid
        : FSharp(code, code.Length) is { } block ? exchange.FSharp.IsComplete(block) : Wholeness.Of(CellText.Only(CellLanguage.CSharp, code, magics));

    // The F# around the cursor, or null where it stands in C#.
    private string? FSharp(string code, int cursor) =>
        CellText.LanguageAt(code, cursor, magics) == CellLanguage.FSharp ? CellText.Only(CellLanguage.FSharp, code, magics) : null;

    // The compiler takes a second or more to load: the first question goes without an answer.
    private bool IsReady()
    {
        if (!exchange.FSharp.HasBegun) exchange.FSharp.Begin();
        return exchange.FSharp.HasBegun;
    }

    // A cell may have deleted the folder that it stood in.
    private static string CurrentFolder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return Path.DirectorySeparatorChar.ToString();
        }
    }

    private Question Question(string code, int cursor) =>
        new(CellText.Only(CellLanguage.CSharp, code, magics), Math.Clamp(cursor, 0, code.Length), evaluator.Submissions.Last);

    private CellOutcome Failed(Exception exception)
    {
        if (evaluator.Interruptible.WasInterrupted)
            return new CellOutcome.Failed(Traceback.OfStop(exception, evaluator.Sources));
        if (exception is CellExit exit) return new CellOutcome.Exit(exit.Code);
        return new CellOutcome.Failed(exception is CellFailure failure ? failure.Error : Traceback.Describe(exception, evaluator.Sources));
    }
}
