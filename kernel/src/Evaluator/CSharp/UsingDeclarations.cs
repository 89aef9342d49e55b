using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary><c>using var scope = …;</c> at the top of a cell, which C#'s script dialect does not know: the thing lives until the cell's end.</summary>
/// <remarks>The words are replaced in place, so that lines and columns stay right: <c>using</c> is blanked out, and the thing handed to <see cref="Workbook.Cells.CellScope"/>.</remarks>
internal static class UsingDeclarations
{
    /// <summary>The text as a script may say it.</summary>
    public static string Rewrite(string text)
    {
        if (!text.Contains("using", StringComparison.Ordinal)) return text;
        var tokens = SyntaxFactory.ParseTokens(text, options: Compiler.Syntax).ToList();
        var written = new StringBuilder(text);
        foreach (var declaration in Declarations(tokens).Reverse()) Replace(written, declaration);
        return written.ToString();
    }

    /// <summary>From its first word to its semicolon; each name that is declared stands before an equals sign.</summary>
    private sealed record Declaration(List<SyntaxToken> Tokens, int Using, int EqualsSign)
    {
        public string Name => Tokens[EqualsSign - 1].Text;

        /// <summary>What hands a thing to the cell; <c>await using</c> has a word before <c>using</c>.</summary>
        public string Keeping => Using > 0 ? nameof(Workbook.Cells.CellScope.DisposeWithTheCellAwaited) : nameof(Workbook.Cells.CellScope.DisposeWithTheCell);

        /// <summary>The first and those that follow a comma: <c>using A one = …, two = …;</c>.</summary>
        public IEnumerable<string> Names()
        {
            yield return Name;
            for (var (i, depth) = (EqualsSign, 0); i < Tokens.Count - 2; i++)
            {
                depth += Deeper(Tokens[i].Kind());
                if (depth == 0 && Tokens[i].IsKind(SyntaxKind.CommaToken) && Tokens[i + 1].IsKind(SyntaxKind.IdentifierToken) && Tokens[i + 2].IsKind(SyntaxKind.EqualsToken))
                    yield return Tokens[i + 1].Text;
            }
        }
    }

    private static IEnumerable<Declaration> Declarations(List<SyntaxToken> tokens)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var kind = tokens[i].Kind();
            depth += Deeper(kind);
            if (depth != 0 || kind is not (SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken)) continue;
            var declaration = From(tokens[start..(i + 1)]);
            if (declaration is not null && kind is SyntaxKind.CloseBraceToken) continue;      // `= new() { … };` goes on behind its brace
            if (declaration is not null) yield return declaration;
            start = i + 1;
        }
    }

    private static int Deeper(SyntaxKind kind) => kind switch
    {
        SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
        SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
        _ => 0,
    };

    // `using X = Y;` names a type, `using X;` a namespace, `using (x)` is a block; a declaration has a type and a name before the equals sign.
    private static Declaration? From(List<SyntaxToken> statement)
    {
        var word = statement[0].ValueText == "await" ? 1 : 0;
        var equals = statement.FindIndex(token => token.IsKind(SyntaxKind.EqualsToken));
        var isDeclaration = equals > word + 2 && statement[word].IsKind(SyntaxKind.UsingKeyword)
            && !statement[word + 1].IsKind(SyntaxKind.OpenParenToken) && statement[equals - 1].IsKind(SyntaxKind.IdentifierToken);
        return isDeclaration ? new(statement, word, equals) : null;
    }

    private static void Replace(StringBuilder text, Declaration declaration)
    {
        var (start, end) = (declaration.Tokens[0].SpanStart, declaration.Tokens[^1].SpanStart);
        if (declaration.Name == "_")
        {
            var equals = declaration.Tokens[declaration.EqualsSign].SpanStart;
            text.Insert(end, $").{declaration.Keeping}()");
            Blanks.Over(text, TextSpan.FromBounds(start, equals));
            text[equals] = '(';
        }
        else
        {
            text.Insert(end, string.Concat(declaration.Names().Select(name => $"; {name}.{declaration.Keeping}()")));
            Blanks.Over(text, TextSpan.FromBounds(start, declaration.Tokens[declaration.Using].Span.End));
        }
    }
}
