using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary><c>p with { X = 1 }</c> at the top of a cell, which the script dialect reads as a property named <c>with</c>.</summary>
/// <remarks>A number stands for the expression while the text is parsed.</remarks>
internal static class TopLevelWith
{
    /// <summary>The word.</summary>
    public const string Word = "with";

    /// <summary>The first expression that was misread, and where it begins; null where there is none.</summary>
    public static (int Start, ExpressionSyntax Expression)? Misread(SyntaxTree tree, string text)
    {
        var root = tree.GetCompilationUnitRoot();
        foreach (var word in root.DescendantTokens(IsOutside, descendIntoTrivia: true).Where(word => word.IsKind(SyntaxKind.IdentifierToken) && word.Text == Word && word.GetNextToken(includeSkipped: true).IsKind(SyntaxKind.OpenBraceToken)))
        {
            if (root.Members.FirstOrDefault(member => member.FullSpan.Contains(word.SpanStart)) is not { } member || IsProperty(member) || word.SpanStart < member.SpanStart) continue;
            var expression = SyntaxFactory.ParseExpression(text, member.SpanStart, tree.Options, consumeFullText: false);
            if (word.SpanStart - member.SpanStart < expression.FullSpan.End && expression.FindToken(word.SpanStart - member.SpanStart).IsKind(SyntaxKind.WithKeyword)) return (member.SpanStart, expression);
        }
        return null;
    }

    /// <summary>The text with a number in the place of the expression.</summary>
    public static string Cover(string text, (int Start, ExpressionSyntax Expression) copy) =>
        string.Concat(text.AsSpan(0, copy.Start), "0".PadRight(copy.Expression.Span.Length), text.AsSpan(copy.Start + copy.Expression.Span.Length));

    /// <summary>The expression in the place of the number.</summary>
    public static SyntaxNode Uncover(SyntaxNode root, (int Start, ExpressionSyntax Expression) copy) => root.FindToken(copy.Start).Parent is LiteralExpressionSyntax number
        ? root.ReplaceNode(number, copy.Expression.WithLeadingTrivia(number.GetLeadingTrivia()).WithTrailingTrivia(Blanks.Without(number.GetTrailingTrivia(), copy.Expression.Span.Length - 1)))
        : root;

    // In bodies it is read rightly.
    private static bool IsOutside(SyntaxNode node) => node is not (BaseTypeDeclarationSyntax or BlockSyntax or AnonymousFunctionExpressionSyntax);

    // One that a cell declares under this name.
    private static bool IsProperty(MemberDeclarationSyntax member) => member is PropertyDeclarationSyntax { ContainsDiagnostics: false, AccessorList.Accessors.Count: > 0 };
}
