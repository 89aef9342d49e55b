using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.FSharp.Control;
using Microsoft.FSharp.Reflection;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>The F# blocks of a session. The compiler is loaded when the first of them runs: a session of C# alone pays nothing for it.</summary>
internal sealed class FSharpCells(CellEvaluator evaluator) : IDisposable
{
    private readonly Lazy<FSharpSession> session = new(() => new FSharpSession(evaluator.Submissions.OwnFiles));

    /// <summary>The version of the compiler.</summary>
    public static string CompilerVersion => typeof(global::FSharp.Compiler.CodeAnalysis.FSharpChecker).Assembly.GetName().Version!.ToString(3);

    /// <summary>Whether an F# block has run.</summary>
    public bool HasBegun => session.IsValueCreated;

    /// <summary>Ends the session, if there is one.</summary>
    public void Dispose()
    {
        if (HasBegun) session.Value.Dispose();
    }

    /// <summary>Makes the session without waiting for it.</summary>
    public void Begin() => Task.Run(() => session.Value);

    /// <summary>Runs a block under a name that errors call it by; the value of its last expression, if it has one.</summary>
    /// <exception cref="CellFailure">It does not compile.</exception>
    public (MimeBundle? Bundle, object? Value) Run(string text, string name, ICellOutput output)
    {
        session.Value.Reference(evaluator.Submissions.Files);
        var result = Run(text, name);
        if (FSharpErrors.Warnings(result.Diagnostics, evaluator.Sources) is { Length: > 0 } warnings) output.Stream("stderr", warnings);
        if (result.Unwoven is { } reason) output.Stream("stderr", Fallbacks.Tell(reason));
        if (!result.Compiles) throw new CellFailure(FSharpErrors.Describe(result.Diagnostics, evaluator.Sources));
        if (result.Exception is { } thrown) throw new TargetInvocationException(thrown);       // the wrapper keeps its frames
        return (result.HasValue && result.Value is not DisplayedValue ? Shown(result) : null, result.Value);
    }

    /// <summary>Ends the asynchronous computations that were started without a token of their own.</summary>
    public void Interrupt()
    {
        if (HasBegun) CancelAsync();
    }

    /// <summary>The variables that a block can name.</summary>
    public IEnumerable<Variable> Variables() => HasBegun ? Values() : [];

    /// <summary>A variable or a function by its name; null where F# has none of that name.</summary>
    public Variable? Find(string name)
    {
        if (!HasBegun) return null;
        if (Variables().FirstOrDefault(variable => variable.Name == name) is { } variable) return variable;
        return session.Value.Evaluate($"``{name}``", "share") is { HasValue: true } function ? Named(name, function.Type!, function.Value) : null;
    }

    /// <summary>Declares a variable of a type that F# can name, else of <c>obj</c>.</summary>
    public void Declare(string name, object? value, Type type)
    {
        var assemblies = SourceTypeName.Assemblies(type).Select(assembly => CellAssembly.File(assembly, evaluator.Submissions.Last));
        session.Value.Reference([.. evaluator.Submissions.Files, .. assemblies.OfType<string>()]);
        if (Declares(name, SourceTypeName.InFSharp(type) ?? "obj", value) || Declares(name, "obj", value)) return;
        throw new InvalidOperationException($"F# does not take the variable {name}.");
    }

    /// <summary>What could be typed at the cursor.</summary>
    public Completions Complete(string text, int cursor) => FSharpLanguageService.Complete(session.Value, text, cursor);

    /// <summary>Documentation of what stands at the cursor, or null.</summary>
    public MimeBundle? Inspect(string text, int cursor) => FSharpLanguageService.Inspect(session.Value, text, cursor);

    /// <summary>Whether the text is a whole block.</summary>
    public Completeness IsComplete(string text) => FSharpLanguageService.IsComplete(session.Value, text);

    private FSharpSession.Result Run(string text, string name)
    {
        FSharpSession.Result? result = null;
        evaluator.Interruptible.Run(() =>
        {
            result = session.Value.Run(text, name, evaluator.Interruptible.Token);
            return Task.FromResult<object?>(null);
        });
        return result!;
    }

    private bool Declares(string name, string type, object? value)
    {
        using var waiting = SharedVariable.Put(value);
        return session.Value.Evaluate($"let ``{name}`` : {type} = global.Workbook.Kernel.Cells.SharedVariable.Take<{type}>(\"{waiting.Key}\")", "share").Exception is null;
    }

    // Unions (None is a null) and functions read best as F# writes them; everything else is shown as in C#.
    private MimeBundle Shown(FSharpSession.Result result)
    {
        var isFSharps = FSharpType.IsFunction(result.Type) || FSharpType.IsUnion(result.Type, null) && !typeof(System.Collections.IEnumerable).IsAssignableFrom(result.Type);
        return isFSharps && (result.Value is null || !ForeignFigure.Is(result.Value) && HouseFormatter.SpeaksFor(result.Value, "text/html") && HouseFormatter.SpeaksFor(result.Value, "text/plain"))
            ? MimeBundle.Plain(session.Value.Print(result.Value, result.Type!))
            : ValueFormatter.ToMime(result.Value);
    }

    private IEnumerable<Variable> Values() => session.Value.Values().Select(bound => Named(bound.Name, bound.Type, bound.Value));

    private static Variable Named(string name, Type type, object? value) => new(name, TypeName.Of(type), value) { Declared = type };

    private static void CancelAsync() => FSharpAsync.CancelDefaultToken();
}
