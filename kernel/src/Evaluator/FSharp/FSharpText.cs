namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>F# source as far as it can be read without the compiler.</summary>
internal static class FSharpText
{
    /// <summary>Whether a text ends inside a string or a comment, so that a line that looks like a magic is none.</summary>
    public static bool EndsInLiteral(string text) => Scan(text, _ => { });

    /// <summary>The text without the <c>;;</c> of F#'s console, which would end it there.</summary>
    public static string WithoutTerminators(string text)
    {
        var written = new System.Text.StringBuilder(text);
        Scan(text, at =>
        {
            if (Starts(text, at, ";;")) written[at] = written[at + 1] = ' ';
        });
        return written.ToString();
    }

    // Visits every place outside strings and comments; true if the text ends inside one.
    private static bool Scan(string text, Action<int> visit)
    {
        for (var at = 0; at < text.Length;)
        {
            visit(at);
            var end = Starts(text, at, "//") ? text.IndexOf('\n', at)
                : Starts(text, at, "(*") && !Starts(text, at, "(*)") ? EndOfComment(text, at + 2)
                : Starts(text, at, "\"\"\"") ? After(text, at + 3, "\"\"\"")
                : text[at] == '"' ? EndOfString(text, at + 1, isVerbatim: at > 0 && text[at - 1] == '@')
                : text[at] == '\'' ? EndOfCharacter(text, at)
                : at + 1;
            if (end < 0) return !Starts(text, at, "//");
            at = end;
        }
        return false;
    }

    private static bool Starts(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static int After(string text, int from, string what) => text.IndexOf(what, from, StringComparison.Ordinal) is var at and >= 0 ? at + what.Length : -1;

    private static int EndOfComment(string text, int at)
    {
        for (var depth = 1; at < text.Length; at++)
        {
            if (Starts(text, at, "(*")) depth++;
            if (Starts(text, at, "*)") && --depth == 0) return at + 2;
        }
        return -1;
    }

    private static int EndOfString(string text, int at, bool isVerbatim)
    {
        for (; at < text.Length; at++)
            if (text[at] == '\\' && !isVerbatim) at++;
            else if (text[at] == '"') return at + 1;
        return -1;
    }

    // 'a', '\n', '"': else it is the tick of a type parameter or of a name.
    private static int EndOfCharacter(string text, int at) =>
        at + 2 < text.Length && text[at + 1] != '\\' && text[at + 2] == '\'' ? at + 3
        : at + 3 < text.Length && text[at + 1] == '\\' && text[at + 3] == '\'' ? at + 4
        : at + 1;
}
