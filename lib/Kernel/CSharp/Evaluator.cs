using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel;

/// <summary>Compiles a text, runs it, and keeps its variables.</summary>
internal sealed class Evaluator
{
    public Submissions Submissions { get; } = new();

    public Sources Sources { get; } = new();

    public Interruptible Interruptible { get; } = new();

    /// <summary>Runs a text under a name that errors call it by. The value is null without one; see the flag.</summary>
    /// <exception cref="CellFailure">It does not compile.</exception>
    public (bool HasValue, object? Value) Run(string typed, string name)
    {
        var text = UsingDeclarations.Rewrite(typed);
        var compiled = Submissions.Compile(text, name, Interruptible.Token);
        if (!compiled.Succeeded) throw new CellFailure(CompileErrors.Describe(compiled.Errors, Sources));
        var finished = false;
        var body = Submissions.Load(compiled);
        try
        {
            Guard.StartCounting();
            var value = Interruptible.Run(body);
            finished = true;
            return (compiled.HasValue, value);
        }
        finally
        {
            var assigned = finished ? null : Assigned(text);
            Submissions.Settle(compiled, variable => assigned is null || assigned.Contains(variable));
        }
    }

    // The variables whose declaration was passed before the text threw.
    private static HashSet<string> Assigned(string text)
    {
        var members = CSharpSyntaxTree.ParseText(text, Compiler.Syntax).GetCompilationUnitRoot().Members;
        return [.. members.Take(Guard.LastReached + 1).SelectMany(Declarations.In)];
    }
}
