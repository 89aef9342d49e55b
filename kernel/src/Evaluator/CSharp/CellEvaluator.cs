using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Compiles a text, runs it, and keeps its variables.</summary>
/// <param name="besides">Assemblies of the kernel's that cells may use.</param>
internal sealed class CellEvaluator(params IEnumerable<Assembly> besides)
{
    public Submissions Submissions { get; } = new(besides);

    public Sources Sources { get; } = new();

    public Interruptible Interruptible { get; } = new();

    /// <summary>Runs a text under a name that errors call it by. The value is null without one; see the flag.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="warn">Gets the compiler's warnings, before the text runs.</param>
    /// <exception cref="CellFailure">It does not compile.</exception>
    public (bool HasValue, object? Value) Run(string typed, string name, Action<string>? warn = null)
    {
        var tree = Compiler.Parse(UsingDeclarations.Rewrite(typed), name, Interruptible.Token);
        if (Compiler.IsEmpty(tree)) return (false, null);
        var notes = DeclarationNotes.Of(tree, Submissions.DeclaresType).ToList();
        (var compiled, tree) = Compile(tree);
        if (!compiled.Succeeded) throw new CellFailure(CompileErrors.Describe(compiled.Errors, Sources, compiled.Advice));
        if (compiled.Unwoven is { } reason) warn?.Invoke(Fallbacks.Tell($"{reason.Id}: {reason.GetMessage(CultureInfo.InvariantCulture)}"));
        if (!compiled.Warnings.IsEmpty) warn?.Invoke(CompileErrors.Warnings(compiled.Warnings, Sources));
        foreach (var note in notes) warn?.Invoke(note + "\n");
        var (finished, reached) = (false, Guard.LastReached);
        var body = Submissions.Load(compiled);
        try
        {
            Guard.StartCounting();
            var value = Interruptible.Run(body.Start);
            finished = true;
            return (Compiler.HasValue(compiled.Compilation, value), value);
        }
        finally
        {
            var assigned = compiled.Unwoven is not null || finished && !ReturnsEarly(tree) ? null : Assigned(tree);
            Guard.StartCounting(reached);          // of the cell that runs this one, if any
            Submissions.Settle(body, variable => assigned is null || assigned.Contains(variable));
        }
    }

    private (Compiler.Result Result, SyntaxTree Tree) Compile(SyntaxTree tree)
    {
        try
        {
            var result = Submissions.Compile(tree, Interruptible.Token);
            if (result.Succeeded) return (result, tree);
            if (FileLibrary.IsWanted(result.Errors)) return CompileBeside(tree);
            return FinalSpan.Copied(tree, result) is { } shown && Submissions.Compile(shown, Interruptible.Token) is { Succeeded: true } copied ? (copied, shown) : (result, tree);
        }
        catch (InsufficientExecutionStackException)          // a chain that the parser takes may be too long for the binder
        {
            const string problem = "An expression of the cell is too long for the compiler: take it apart.";
            throw new CellFailure(new("CompileError", problem, [Ansi.Red(problem)]));
        }
    }

    // As a library; or, where that would need what other cells declare, with the extensions at the cell's top.
    private (Compiler.Result Result, SyntaxTree Tree) CompileBeside(SyntaxTree tree)
    {
        var aside = Submissions.CompileAside(tree, Interruptible.Token);
        if (aside.Result.Succeeded || LiftedExtensions.Of(tree) is not { } lifted) return aside;
        var within = Submissions.Compile(lifted, Interruptible.Token);
        return FileLibrary.IsWanted(within.Errors) ? aside : (within, lifted);
    }

    private static bool ReturnsEarly(SyntaxTree tree) => tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>()
        .SelectMany(member => member.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        .Any(node => node is ReturnStatementSyntax);

    // The variables whose declaration was passed before the cell threw, or returned.
    private static HashSet<string> Assigned(SyntaxTree tree) =>
        [.. tree.GetCompilationUnitRoot().Members.Take(Guard.LastReached + 1).SelectMany(Declarations.In)];
}

/// <summary>The cell cannot go on, and the error is already written for people.</summary>
internal sealed class CellFailure(CellError error) : Exception(error.Message)
{
    public CellError Error { get; } = error;
}

/// <summary>The cell asks the session to end.</summary>
internal sealed class CellExit(int code) : Exception
{
    public int Code { get; } = code;
}
