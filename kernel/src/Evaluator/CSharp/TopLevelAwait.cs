using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary><c>await (x)</c> and <c>await (Task)x</c> at the top of a cell, which the script dialect reads as a call of a method named await.</summary>
/// <remarks>An operator that binds as <c>await</c> does stands for it while the text is parsed.</remarks>
internal static class TopLevelAwait
{
    /// <summary>The word.</summary>
    public const string Word = "await";

    private const string Operator = "~    ";

    /// <summary>Where the word stands before a bracket and was not taken for the keyword.</summary>
    public static IReadOnlyList<int> Places(SyntaxTree tree)
    {
        var tokens = tree.GetRoot().DescendantTokens(descendIntoTrivia: true).ToList();
        return [.. Enumerable.Range(0, Math.Max(0, tokens.Count - 1)).Where(i => IsMisread(tokens, i)).Select(i => tokens[i].SpanStart)];
    }

    /// <summary>The text with the operator at these places.</summary>
    public static string Cover(string text, IEnumerable<int> places)
    {
        var covered = text.ToCharArray();
        foreach (var place in places) Operator.CopyTo(covered.AsSpan(place));
        return new(covered);
    }

    /// <summary>The awaits in the place of the operators.</summary>
    public static SyntaxNode Uncover(SyntaxNode root, IReadOnlyList<int> places) => places.Count == 0 ? root : root.ReplaceNodes(
        root.DescendantNodes().OfType<PrefixUnaryExpressionSyntax>().Where(any => any.IsKind(SyntaxKind.BitwiseNotExpression) && places.Contains(any.OperatorToken.SpanStart)),
        (_, covered) => Awaited(covered));

    private static bool IsMisread(List<SyntaxToken> tokens, int i) => tokens[i].IsKind(SyntaxKind.IdentifierToken) && tokens[i].Text == Word && tokens[i + 1].IsKind(SyntaxKind.OpenParenToken)
        && !(i > 0 && (tokens[i - 1].Kind() is SyntaxKind.DotToken or SyntaxKind.IdentifierToken || SyntaxFacts.IsPredefinedType(tokens[i - 1].Kind())));       // a member's name, a declared one

    private static AwaitExpressionSyntax Awaited(PrefixUnaryExpressionSyntax covered)
    {
        var mark = covered.OperatorToken;
        var word = SyntaxFactory.Token(mark.LeadingTrivia, SyntaxKind.AwaitKeyword, Word, Word, Blanks.Without(mark.TrailingTrivia, Word.Length - 1));
        return SyntaxFactory.AwaitExpression(word, covered.Operand);
    }
}
