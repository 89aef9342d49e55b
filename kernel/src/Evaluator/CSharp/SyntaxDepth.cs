namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>How deeply the brackets of a text stand in each other, and how long its longest chain is, read without the compiler's parser.</summary>
/// <remarks>
/// That parser calls itself for each level and does not always look at the stack: some thousand levels end the process. A string in the hole
/// of a string it reads twice at every level, so that twenty take minutes. What no person writes is refused before the parser sees it.
/// </remarks>
internal sealed class SyntaxDepth
{
    /// <summary>Brackets in each other: the parser's time grows with their square.</summary>
    public const int MostLevels = 500;

    /// <summary>Strings in the holes of strings.</summary>
    public const int MostHoles = 8;

    /// <summary>Words in a row without a comma, a semicolon or a block between them.</summary>
    public const int MostLinks = 10_000;

    private readonly string text;
    private readonly Stack<Level> around = [];
    private int at, line = 1, links, allLinks, angles, holes;

    private SyntaxDepth(string text) => this.text = text;

    /// <summary>An open bracket: the links of the chain it stands in, and the string whose hole it opens.</summary>
    private readonly record struct Level(int Links, Literal? Hole);

    private readonly record struct Literal(int Quotes, int Dollars, bool IsVerbatim);

    /// <summary>What is too deep, in one sentence; null where the parser may have the text.</summary>
    public static string? Problem(string text) => new SyntaxDepth(text).Find();

    /// <exception cref="CellFailure">The text is too deep for the compiler.</exception>
    public static void Check(string text)
    {
        if (Problem(text) is { } problem) throw new CellFailure(new("CompileError", problem, [Ansi.Red(problem)]));
    }

    private string? Find()
    {
        while (at < text.Length)
        {
            Read();
            if (around.Count + angles > MostLevels) return $"The code is too deeply nested: more than {MostLevels} levels at line {line}.";
            if (holes > MostHoles) return $"The strings are too deeply nested: more than {MostHoles} in the holes of each other at line {line}.";
            if (allLinks > MostLinks) return $"The expression is too long: more than {MostLinks:N0} words without a comma or a semicolon at line {line}.";
        }
        return null;
    }

    private void Read()
    {
        switch (text[at])
        {
            case '\n': line++; at++; break;
            case '/' when Next("//"): Skip("\n"); break;
            case '/' when Next("/*"): Skip("*/"); at += 2; break;
            case '"': Link(); Begin(); break;
            case '\'': Link(); Character(); break;
            case '(' or '[' or '{': Link(); Open(null); at++; break;
            case ')' or ']': Close(); Link(); at++; break;
            case '}': at++; if (Close() is { } literal) Continue(literal); else EndChain(); break;
            case ';': EndChain(); angles = 0; at++; break;
            case ',': EndChain(); at++; break;
            case '<': Link(); angles++; at++; break;
            case '>': Link(); angles = Math.Max(0, angles - 1); at++; break;
            case var letter when char.IsWhiteSpace(letter): at++; break;
            default: Link(); Word(); break;
        }
    }

    private void Link()
    {
        links++;
        allLinks++;
    }

    private void EndChain()
    {
        allLinks -= links;
        links = 0;
    }

    private void Open(Literal? hole)
    {
        if (hole is not null) holes++;
        around.Push(new(links, hole));
        links = 0;
    }

    private Literal? Close()
    {
        EndChain();
        if (!around.TryPop(out var level)) return null;
        links = level.Links;
        if (level.Hole is not null) holes--;
        return level.Hole;
    }

    private bool Next(string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;

    private int Run(char letter)
    {
        var end = at;
        while (end < text.Length && text[end] == letter) end++;
        return end - at;
    }

    private void Word()
    {
        do at++;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'));
    }

    // Behind a quote that closes nothing stands no character: a type parameter of F#, a slip.
    private void Character()
    {
        var isEscaped = at + 1 < text.Length && text[at + 1] == '\\';
        var end = text.IndexOf('\'', Math.Min(text.Length, at + (isEscaped ? 3 : 2)), Math.Min(9, Math.Max(0, text.Length - at - 3)));
        at = end < 0 ? at + 1 : end + 1;
    }

    private void Begin()
    {
        var before = at;
        while (before > 0 && text[before - 1] is '$' or '@') before--;
        var signs = text.AsSpan(before, at - before);
        var isVerbatim = signs.Contains('@');
        var quotes = isVerbatim ? 1 : Run('"');
        at += quotes;
        if (quotes != 2) Continue(new(quotes, signs.Count('$'), isVerbatim));
    }

    // The text of a string up to its end or its next hole.
    private void Continue(Literal literal)
    {
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n') line++;
            if (letter == '\n' && literal is { Quotes: 1, IsVerbatim: false }) return;
            if (letter == '\\' && literal is { Quotes: 1, IsVerbatim: false }) at++;
            else if (letter == '"' && Run('"') is var quotes && quotes >= literal.Quotes)
            {
                at += literal.IsVerbatim ? quotes : literal.Quotes;
                if (!literal.IsVerbatim || quotes % 2 == 1) return;
                at--;                                  // two quotes of a verbatim string are one of its letters
            }
            else if (letter == '{' && literal.Dollars > 0 && Run('{') is var braces)
            {
                at += braces;
                if (literal.Quotes > 1 ? braces < literal.Dollars : braces % 2 == 0) at--;
                else
                {
                    Open(literal);
                    return;
                }
            }
        }
    }

    private void Skip(string end)
    {
        var found = text.IndexOf(end, at, StringComparison.Ordinal);
        var stop = found < 0 ? text.Length : found;
        line += text.AsSpan(at, stop - at).Count('\n');
        at = stop;
    }
}
