using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Workbook.Kernel.Interactive;

/// <summary>C#, and F# where a cell asks for it, cell by cell: state, magics, values, errors, interrupt, completion. A cell is one command to the kernels of the session.</summary>
public sealed class CSharpLanguage : ILanguage, IDisposable
{
    /// <summary>Assemblies of the kernel's that cells may use besides what every language gives them: the widgets.</summary>
    internal static readonly Assembly[] Libraries = [typeof(Widget).Assembly];

    private readonly CellEvaluator evaluator = new(Libraries);
    private readonly MagicSet magics;
    private readonly Lazy<Kernels> kernels;
    private readonly ConditionalWeakTable<KernelCommand, Typed> typed = [];

    /// <summary>Makes a session without variables.</summary>
    public CSharpLanguage()
    {
        Variables = new(evaluator);
        magics = new([.. MagicSet.Known.All]) { Besides = name => kernels!.IsValueCreated ? Kernels.Added(name) : null };
        kernels = new(() => KernelTasks.All.Run(() => new Kernels(this, magics!)).GetAwaiter().GetResult());
        UnhandledExceptions.Arrange(evaluator.Sources);
    }

    internal SessionVariables Variables { get; }

    internal Kernels Kernels => kernels.Value;

    /// <summary>Ends the session: its kernels have a thread each, which would keep them and all that cells have made.</summary>
    public void Dispose()
    {
        if (kernels.IsValueCreated) Kernels.Root.Dispose();
        Variables.FSharp.Dispose();
    }

    /// <summary>Compiles, runs and shows something in a session of its own, so that the person's first cell waits neither for the compiler nor for the kernels to be loaded.</summary>
    public static void Warm()
    {
        Task.Run(WarmKernels);
        var submissions = new Submissions(Libraries);
        var compiled = submissions.Compile(Compiler.Parse("1 + 1", "warm"), default);
        ValueFormatter.ToMime(submissions.Load(compiled).Start().Result);
    }

    // Of a kernel that runs no cells: what is static about those belongs to the person's.
    private static void WarmKernels()
    {
        using var session = new CSharpLanguage();
        session.Kernels.SendSilently(WholeSubmission.Of("", "html"));
        FormattedBundles.Of(ValueFormatter.ToMime(2).ToFormattedValues(), 2);
    }

    /// <summary>Runs a cell; what it prints and shows must already lead to <paramref name="output"/>.</summary>
    public CellOutcome Run(string code, int executionCount, ICellOutput output) => Run(code, null, executionCount, output);

    /// <inheritdoc/>
    public CellOutcome Run(string code, string? language, int executionCount, ICellOutput output) => Guarded(() =>
    {
        CurrentOutput.Begin(output);
        var command = WholeSubmission.Of(code, language is "fsharp" or "f#" ? "fsharp" : "csharp");
        typed.Add(command, new($"Cell {executionCount}", language));
        return (command, Kernels.Send(command));
    });

    /// <inheritdoc/>
    public CellOutcome Call(Action action) => Guarded(() =>
    {
        var result = Kernels.Do(context =>
        {
            using var stop = StopWith(context);
            evaluator.Interruptible.Run(() =>
            {
                action();
                return Task.FromResult<object?>(null);
            });
        });
        return (result.Command, result);
    }, mustFinish: true);

    /// <inheritdoc/>
    public bool Interrupt()
    {
        var stopped = evaluator.Interruptible.Interrupt();
        Variables.FSharp.Interrupt();
        return stopped;
    }

    /// <inheritdoc/>
    public Completions Complete(string code, int cursor) =>
        MagicCompleter.Complete(code, cursor, magics)
        ?? (SyntaxDepth.Problem(code) is not null ? new(cursor, cursor, []) : FSharp(code, cursor) is not { } block ? Completer.Complete(At(code, cursor))
            : IsReady() ? Variables.FSharp.Complete(block, cursor)
            : new(cursor, cursor, []));

    /// <inheritdoc/>
    public MimeBundle? Inspect(string code, int cursor, bool detailed) =>
        SyntaxDepth.Problem(code) is not null ? null
        : FSharp(code, cursor) is not { } block ? Inspector.Inspect(At(code, cursor), detailed)
        : IsReady() ? Variables.FSharp.Inspect(block, cursor)
        : null;

    /// <inheritdoc/>
    public Completeness IsComplete(string code) =>
        SyntaxDepth.Problem(code) is not null ? Completeness.Invalid
        : FSharp(code, code.Length) is { } block ? Variables.FSharp.IsComplete(block) : CompletenessCheck.Of(CellText.Only(CellLanguage.CSharp, code, magics));

    /// <summary>Whether a command is a cell, whose value is the front end's to show.</summary>
    internal bool IsOwn(KernelCommand command) => typed.TryGetValue(command, out _);

    /// <summary>Runs what a command brings, a cell or what a program has submitted, and publishes what came of it.</summary>
    internal void Submitted(KernelCommand command, string code, KernelInvocationContext context, CellLanguage language)
    {
        var cell = typed.TryGetValue(command, out var known) ? known : new("submitted code", language == CellLanguage.FSharp ? "fsharp" : null);
        var isAlone = !evaluator.Interruptible.IsRunning;          // sent when no cell runs: by a timer, a task left behind
        if (isAlone) evaluator.Interruptible.Begin();
        try
        {
            using var stop = StopWith(context);
            var running = new RunningCell(evaluator, Variables, magics, Kernels, CurrentOutput.Now ?? NoOutput.Instance);
            if (running.Run(code, cell.Name, WorkingFolder(), cell.Language) is { } value)
                context.Publish(new ReturnValueProduced(running.Value, command, value.ToFormattedValues()));
        }
        catch (Exception exception)
        {
            context.Fail(command, exception, known is null ? string.Join('\n', Error(exception).Traceback.Select(Ansi.Without)) : exception.Message);
        }
        finally
        {
            if (isAlone) evaluator.Interruptible.End();
        }
    }

    // A cell may have deleted it.
    private static string WorkingFolder()
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

    // What a stop reached just as it ended is stopped all the same, if something follows from it.
    private CellOutcome Guarded(Func<(KernelCommand Command, KernelCommandResult Result)> run, bool mustFinish = false)
    {
        evaluator.Interruptible.Begin();
        try
        {
            var (command, result) = run();
            if (mustFinish && evaluator.Interruptible.WasInterrupted) return new CellOutcome.Failed(Error(new CellInterruptedException()));
            if (result.Events.OfType<CommandFailed>().LastOrDefault() is { } failed) return Failed(failed);
            var value = result.Events.OfType<ReturnValueProduced>().LastOrDefault(produced => produced.Command == command);
            return new CellOutcome.Done(value is null ? null : FormattedBundles.Of(value.FormattedValues, value.Value));
        }
        finally
        {
            evaluator.Interruptible.End();
        }
    }

    private CellOutcome Failed(CommandFailed failed) => failed.Exception switch
    {
        null => new CellOutcome.Failed(new("CommandFailed", failed.Message, [Ansi.Red(failed.Message)])),
        CellExit exit when !evaluator.Interruptible.WasInterrupted => new CellOutcome.Exit(exit.Code),
        var exception => new CellOutcome.Failed(Error(exception)),
    };

    private CellError Error(Exception exception) =>
        evaluator.Interruptible.WasInterrupted ? Traceback.OfStop(exception, evaluator.Sources)
        : exception is CellFailure failure ? failure.Error : Traceback.Describe(exception, evaluator.Sources);

    // A stop reaches what waits by the token of the context that it runs in; the context itself goes on, for what the cell still shows.
    private IDisposable StopWith(KernelInvocationContext context) => evaluator.Interruptible.OnStop(() => _ = Source(context).CancelAsync());

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_cancellationTokenSource")]
    private static extern ref CancellationTokenSource Source(KernelInvocationContext context);

    // The F# around the cursor, or null where it stands in C#.
    private string? FSharp(string code, int cursor) =>
        CellText.LanguageAt(code, cursor, magics) == CellLanguage.FSharp ? CellText.Only(CellLanguage.FSharp, code, magics) : null;

    // The compiler takes a second or more to load: the first question goes without an answer.
    private bool IsReady()
    {
        if (!Variables.FSharp.HasBegun) Variables.FSharp.Begin();
        return Variables.FSharp.HasBegun;
    }

    private CursorContext At(string code, int cursor) =>
        new(CellText.Only(CellLanguage.CSharp, code, magics), Math.Clamp(cursor, 0, code.Length), evaluator.Submissions.Last, evaluator.Submissions.Added);

    // What errors call the cell, and the language it says it is in.
    private sealed record Typed(string Name, string? Language);
}
