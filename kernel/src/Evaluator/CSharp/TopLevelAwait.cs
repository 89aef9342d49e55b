using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary><c>await (x)</c> at the top of a cell, which the script dialect reads as a call of a method named await: read as C# reads it in an async method.</summary>
/// <remarks>Nodes are put in place of nodes, and every character stays where it was.</remarks>
internal static class TopLevelAwait
{
    private const string Word = "await";

    /// <summary>The tree as it was meant.</summary>
    public static SyntaxTree Read(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var calls = root.DescendantNodes(node => node is not (BaseTypeDeclarationSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<InvocationExpressionSyntax>().Where(IsAwait).ToList();
        return calls.Count == 0 ? tree : tree.WithRootAndOptions(root.ReplaceNodes(calls.Select(Operand), (_, operand) => Awaited(operand)), tree.Options);
    }

    private static bool IsAwait(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: Word }, ArgumentList.Arguments: [{ NameColon: null, RefKindKeyword.RawKind: 0 }] };

    // What is awaited goes on behind the bracket: await (x).F()[0].
    private static ExpressionSyntax Operand(ExpressionSyntax call) => call.Parent is ExpressionSyntax parent && Head(parent) == call ? Operand(parent) : call;

    private static ExpressionSyntax? Head(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax call => call.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        ConditionalAccessExpressionSyntax conditional => conditional.Expression,
        PostfixUnaryExpressionSyntax postfix => postfix.Operand,
        _ => null,
    };

    private static AwaitExpressionSyntax Awaited(ExpressionSyntax operand)
    {
        var head = operand;
        while (!IsAwait(head)) head = Head(head)!;
        var call = (InvocationExpressionSyntax)head;
        var (name, arguments) = (((IdentifierNameSyntax)call.Expression).Identifier, call.ArgumentList);
        var inner = SyntaxFactory.ParenthesizedExpression(arguments.OpenParenToken, arguments.Arguments[0].Expression, arguments.CloseParenToken);
        var word = SyntaxFactory.Token(name.LeadingTrivia, SyntaxKind.AwaitKeyword, Word, Word, name.TrailingTrivia);
        return SyntaxFactory.AwaitExpression(word, operand == call ? inner : operand.ReplaceNode(call, inner));
    }
}
