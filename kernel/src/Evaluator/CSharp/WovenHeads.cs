using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>What is woven in at the head of a function.</summary>
internal static class WovenHeads
{
    public const string Name = "global::Workbook.Kernel.Cells.Guard.", Enter = Name + "Enter(); ";
    private const string EnterDeep = Name + "EnterDeep(); ", Rest = Name + "Rest(); ";

    /// <summary>The check of the stack, of which functions that await or yield have less.</summary>
    public static string Entering(SyntaxNode function) => Awaits(function) || Yields(function) ? EnterDeep : Enter;

    /// <summary>A point to rest at, where others are called: those of Math are instructions.</summary>
    public static string Resting(SyntaxNode body) => body.DescendantNodesAndSelf().Any(node => node is BaseObjectCreationExpressionSyntax
        or InvocationExpressionSyntax { Expression: not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Math" or "MathF" } } }) ? Rest : "";

    private static bool Awaits(SyntaxNode function) => function.ChildTokens().Any(token => token.IsKind(SyntaxKind.AsyncKeyword));

    private static bool Yields(SyntaxNode function) => function
        .DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ExpressionSyntax))
        .Any(node => node is YieldStatementSyntax);
}
