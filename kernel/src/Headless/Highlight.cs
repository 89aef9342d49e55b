using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Headless;

/// <summary>C# → HTML with a class for every kind of word, told apart by syntax alone.</summary>
internal static class Highlight
{
    /// <summary>A cell's code, whatever it is written in.</summary>
    public static string ToHtml(NotebookCell cell) => WrittenIn(cell) switch
    {
        null => ToHtml(cell.Source),
        "fsharp" => FSharpHighlight.ToHtml(cell.Source),
        _ => WebUtility.HtmlEncode(cell.Source),
    };

    /// <summary>What a cell is written in, or what the magic that it begins with makes of it: <c>fsharp</c>, <c>mermaid</c>; null for C#.</summary>
    public static string? WrittenIn(NotebookCell cell) => cell.Language ?? MagicSet.Known.Find(cell.Source.TrimStart().Split(['\n', ' '], 2)[0].TrimEnd()) switch
    {
        LanguageMagic { Language: CellLanguage.FSharp } => "fsharp",
        { TakesBody: true } magic => magic.Name[2..],
        _ => null,
    };

    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(code, Compiler.Syntax).GetRoot().DescendantTokens())
        {
            Trivia(token.LeadingTrivia, html);
            Span(token.ToString(), Class(token), html);
            Trivia(token.TrailingTrivia, html);
        }
        return html.ToString();
    }

    private static void Trivia(SyntaxTriviaList trivia, StringBuilder html)
    {
        foreach (var piece in trivia)
        {
            var text = piece.ToFullString();
            Span(text, string.IsNullOrWhiteSpace(text) ? "" : piece.IsDirective ? "directive" : piece.IsKind(SyntaxKind.SkippedTokensTrivia) ? "" : "comment", html);
        }
    }

    private static void Span(string text, string kind, StringBuilder html)
    {
        if (text.Length == 0) return;
        var encoded = WebUtility.HtmlEncode(text);
        html.Append(kind == "" ? encoded : $"<span class=\"{kind}\">{encoded}</span>");
    }

    private static string Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "literal",
        SyntaxKind.IdentifierToken => Identifier(token),
        _ when token.IsKeyword() => "keyword",
        _ when token.ToString() is ['"' or '\'' or '$' or '@', _, ..] || token.Parent is InterpolatedStringTextSyntax or InterpolatedStringExpressionSyntax => "string",
        _ => "",
    };

    private static string Identifier(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "keyword",
        BaseTypeDeclarationSyntax or GenericNameSyntax { Parent: not (InvocationExpressionSyntax or MemberAccessExpressionSyntax) } => "type",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "function",
        IdentifierNameSyntax { Parent: ObjectCreationExpressionSyntax or VariableDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax or NullableTypeSyntax or ArrayTypeSyntax } => "type",
        SimpleNameSyntax { Parent: InvocationExpressionSyntax } => "function",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } name when access.Name == name => "function",
        _ => "",
    };
}

/// <summary>F# → HTML with the classes of <see cref="Highlight"/>, told apart by the words alone.</summary>
internal static partial class FSharpHighlight
{
    public static string ToHtml(string code)
    {
        var (html, end) = ("", 0);
        foreach (Match word in Word().Matches(code))
        {
            var kind = word.Groups.Values.Last(group => group.Success).Name;
            html += $"{WebUtility.HtmlEncode(code[end..word.Index])}<span class=\"{kind}\">{WebUtility.HtmlEncode(word.Value)}</span>";
            end = word.Index + word.Length;
        }
        return html + WebUtility.HtmlEncode(code[end..]);
    }

    // A tick is a character's only where another closes it: else it belongs to a name or a type parameter.
    [GeneratedRegex("""
        (?<comment>//.*|\(\*(?!\))[\s\S]*?\*\))
        |(?<string>\$?\"{3}[\s\S]*?\"{3}|(?:@\$?|\$@)"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\])*"|(?<!\w)'(?:\\.|[^'\\])')
        |(?<directive>^[ \t]*\#.*)
        |(?<keyword>\b(?:abstract|and|as|assert|async|base|begin|class|default|delegate|do|done|downcast|downto|elif|else|end|exception|extern|false|finally|fixed|for|fun
            |function|global|if|in|inherit|inline|interface|internal|lazy|let|match|member|module|mutable|namespace|new|not|null|of|open|or|override|private|public|query|rec
            |return|seq|static|struct|task|then|to|true|try|type|upcast|use|val|void|when|while|with|yield)\b!?)
        |(?<literal>\b\d\w*(?:\.\d+\w*)?)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex Word();
}
