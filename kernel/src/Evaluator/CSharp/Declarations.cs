using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Which variables of the session a top-level statement declares.</summary>
internal static class Declarations
{
    /// <summary>The names that a field declaration, a deconstruction, an <c>out var</c> or a pattern at the top level adds.</summary>
    public static IEnumerable<string> In(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: false } statement } => Designated(statement),
        _ => [],
    };

    private static IEnumerable<string> Designated(SyntaxNode statement) => statement
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or QueryExpressionSyntax))
        .OfType<SingleVariableDesignationSyntax>()
        .Select(designation => designation.Identifier.ValueText);
}
