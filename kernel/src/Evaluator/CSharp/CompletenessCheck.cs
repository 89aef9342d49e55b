using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Whether a text is a whole cell, the beginning of one, or wrong whatever follows.</summary>
internal static class CompletenessCheck
{
    // End of a comment, a verbatim string, a raw string missing: more text may bring it.
    private static readonly string[] unterminated = ["CS1035", "CS1039", "CS8997", "CS1733"];

    /// <summary>A syntax error before the end of the text makes it invalid; one at the end, or an open comment or string, asks for more.</summary>
    public static Completeness Of(string code)
    {
        if (SyntaxDepth.Problem(code) is not null) return Completeness.Invalid;
        var tree = CellSyntax.Read(CSharpSyntaxTree.ParseText(code, Compiler.Syntax));
        var end = code.AsSpan().TrimEnd().Length;
        var errors = tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Any(error => error.Location.SourceSpan.Start < end && !unterminated.Contains(error.Id)))
            return Completeness.Invalid;
        return !EndsInLiteral(errors) && SyntaxFactory.IsCompleteSubmission(tree) ? Completeness.Complete : Completeness.Incomplete;
    }

    /// <summary>Whether a text ends inside a string or a comment.</summary>
    public static bool EndsInLiteral(string code) => SyntaxDepth.Problem(code) is null && EndsInLiteral(CSharpSyntaxTree.ParseText(code, Compiler.Syntax).GetDiagnostics());

    private static bool EndsInLiteral(IEnumerable<Diagnostic> errors) => errors.Any(error => unterminated.Contains(error.Id));
}
