using System.Text.RegularExpressions;
using FSharp.Compiler.CodeAnalysis;
using FSharp.Compiler.Diagnostics;
using FSharp.Compiler.Interactive;
using FSharp.Compiler.Text;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Control;
using Microsoft.FSharp.Core;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>F# Interactive, in this process: compiles an F# text, runs it, and keeps its names.</summary>
/// <remarks>Its own <c>Interrupt</c> is not used: it aborts the thread, which ends the process on .NET 10. <see cref="FSharpWeaver"/> stops loops instead.</remarks>
internal sealed partial class FSharpSession : IDisposable
{
    private const string Opened = """
        open System
        open System.IO
        open System.Text
        open Microsoft.DotNet.Interactive
        open Microsoft.DotNet.Interactive.Formatting
        open Workbook.Cells
        open type Microsoft.DotNet.Interactive.Kernel
        open type Workbook.Cells.Here
        """;
    private readonly Shell.FsiEvaluationSession session;
    private readonly HashSet<string> referenced = [];
    private readonly FSharpParsingOptions parsing;
    private bool hasHtml;

    /// <param name="own">What every cell is given, besides the framework and F#'s own library.</param>
    public FSharpSession(IEnumerable<string> own)
    {
        string[] arguments =
        [
            "fsi", "--noninteractive", "--nologo", "--quiet", "--readline-", "--multiemit+", "--debug+", "--optimize+", "--langversion:latest", "--noframework",
            .. References.FrameworkFiles().Select(file => $"-r:{file}"),
            .. own.Append(typeof(Unit).Assembly.Location).Select(file => $"-r:{file}"),
        ];
        session = Shell.FsiEvaluationSession.Create(Shell.FsiEvaluationSession.GetDefaultConfiguration(), arguments, TextReader.Null, TextWriter.Null, TextWriter.Null, null, null);
        parsing = new([FileName], applyLineDirectives: false, ListModule.OfSeq(["INTERACTIVE"]), FSharpDiagnosticOptions.Default, "latest", isInteractive: true, compilingFSharpCore: false, isExe: false);
        session.EvalInteractionNonThrowing(Opened, null);
    }

    /// <summary>Ends the session: the process asks it no more where assemblies are.</summary>
    public void Dispose() => ((IDisposable)session).Dispose();

    /// <summary>What a text that is only asked about is called.</summary>
    public const string FileName = "question.fsx";

    /// <summary>What came of a text: a value and its static type, or what it threw, and what the compiler had to say.</summary>
    internal sealed record Result(object? Value, Type? Type, Exception? Exception, IReadOnlyList<FSharpDiagnostic> Diagnostics)
    {
        public bool Compiles => Exception is not Shell.FsiCompilationException && !Diagnostics.Any(diagnostic => diagnostic.Severity.IsError);

        /// <summary>Why the text ran as written: what the compiler said of the woven one.</summary>
        public string? Unwoven { get; init; }

        public bool HasValue => Type is not null && Type != typeof(Unit);
    }

    /// <summary>Runs the text with its checks woven in; as written, where that does not compile.</summary>
    public Result Run(string typed, string name, CancellationToken cancellation)
    {
        var text = FSharpText.WithoutTerminators(typed);
        if (!hasHtml && HtmlModule().IsMatch(text)) OpenHtml();
        var woven = FSharpWeaver.Weave(text, name, Parse(text).ParseTree);
        var result = Evaluate(woven, name, cancellation);
        if (result.Compiles || woven == text) return result;
        var written = Evaluate(text, name, cancellation);
        return written.Compiles ? written with { Unwoven = result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity.IsError)?.Message ?? "" } : written;
    }

    /// <summary>Runs a text as it is.</summary>
    public Result Evaluate(string text, string name, CancellationToken cancellation = default)
    {
        var (outcome, diagnostics) = session.EvalInteractionNonThrowing(text, name, cancellation);
        return outcome switch
        {
            FSharpChoice<FSharpOption<Shell.FsiValue>, Exception>.Choice2Of2 failed => new(null, null, failed.Item, diagnostics),
            FSharpChoice<FSharpOption<Shell.FsiValue>, Exception>.Choice1Of2 { Item.Value: { } value } => new(value.ReflectionValue, value.ReflectionType, null, diagnostics),
            _ => new(null, null, null, diagnostics),
        };
    }

    /// <summary>The text as a tree; of a wrong text, as much as can be understood.</summary>
    public FSharpParseFileResults Parse(string text) =>
        FSharpAsync.RunSynchronously(session.InteractiveChecker.ParseFile(FileName, SourceText.ofString(text), parsing, FSharpOption<bool>.Some(false), null), null, null);

    /// <summary>The text as the compiler understands it after all that has run.</summary>
    public (FSharpParseFileResults Parse, FSharpCheckFileResults Check) Check(string text)
    {
        var (parse, check, _) = session.ParseAndCheckInteraction(text, null);
        return (parse, check);
    }

    /// <summary>F# may use these assemblies from now on.</summary>
    public void Reference(IEnumerable<string> files)
    {
        var news = files.Where(referenced.Add).Select(file => $"#r @\"{file}\"").ToList();
        if (news.Count > 0) Evaluate(string.Join('\n', news), "references");
    }

    /// <summary>The values that F# has a name for.</summary>
    public IEnumerable<(string Name, Type Type, object? Value)> Values() =>
        session.GetBoundValues().Where(bound => bound.Name != "it").Select(bound => (bound.Name, bound.Value.ReflectionType, (object?)bound.Value.ReflectionValue));

    /// <summary>The value as F# Interactive prints it.</summary>
    public string Print(object? value, Type type) => session.FormatValue(value!, type);

    // A namespace can be declared in a file only.
    private void OpenHtml()
    {
        hasHtml = true;
        var file = Path.Combine(CellAssembly.Folder, "Html.fs");
        File.WriteAllText(file, FSharpHtml.Source());
        Evaluate($"#load @\"{file}\"\nopen {FSharpHtml.Namespace}", "html");
    }

    [GeneratedRegex($@"\b{FSharpHtml.Module}\b")]
    private static partial Regex HtmlModule();
}
