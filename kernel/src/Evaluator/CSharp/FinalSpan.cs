using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>A span as the last line of a cell: it cannot leave the cell, a copy of what it holds can.</summary>
internal static class FinalSpan
{
    /// <summary>The cell that ends in the copy: an array, or a text of characters; null where it does not end in a span.</summary>
    public static SyntaxTree? Copied(SyntaxTree tree, Compiler.Result failed)
    {
        if (failed.Errors is not [{ Id: "CS0029" } error] || error.Location.SourceTree != tree) return null;
        if (tree.GetCompilationUnitRoot().Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }) return null;
        if (failed.Compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var item] }) return null;
        var copy = item.SpecialType == SpecialType.System_Char ? "ToString" : "ToArray";
        var text = tree.ToString().Insert(last.Expression.Span.End, $").{copy}()").Insert(last.Expression.SpanStart, "(");
        return Compiler.Parse(text, tree.FilePath);
    }
}
