using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Spaces that keep the place of a text.</summary>
internal static class Blanks
{
    /// <summary>Spaces instead of everything but the ends of lines.</summary>
    public static void Over(StringBuilder text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
            if (text[i] is not ('\n' or '\r')) text[i] = ' ';
    }

    /// <summary>What follows a word, without as many of its first spaces.</summary>
    public static SyntaxTriviaList Without(SyntaxTriviaList trivia, int spaces)
    {
        if (spaces == 0) return trivia;
        var rest = trivia[0].ToString()[spaces..];
        return rest.Length == 0 ? trivia.RemoveAt(0) : trivia.Replace(trivia[0], SyntaxFactory.Whitespace(rest));
    }
}
