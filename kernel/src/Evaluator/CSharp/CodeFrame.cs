using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>A few lines of source around the one that matters.</summary>
internal static class CodeFrame
{
    private const int Around = 2;
    private const int Widest = 160;

    /// <summary>The lines around line <paramref name="line"/> (from 0), that one behind an arrow; with a column, a caret under it.</summary>
    public static IEnumerable<string> Of(SourceText source, int line, int? column = null)
    {
        if (line < 0 || line >= source.Lines.Count) yield break;
        var first = Math.Max(0, line - Around);
        var last = Math.Min(source.Lines.Count - 1, line + Around);
        for (var i = first; i <= last; i++)
        {
            var text = Cut(source.Lines[i].ToString());
            yield return i == line ? Ansi.Green($"----> {i + 1,3} ") + text : Ansi.Grey($"      {i + 1,3} ") + text;
            if (i == line && column is < Widest) yield return new string(' ', 10) + Indent(text, column.Value) + Ansi.Red("^");
        }
    }

    // Tabs stay tabs, so that the caret stands where the front end puts the character.
    private static string Indent(string text, int column) =>
        string.Concat(text.Take(column).Select(character => character == '\t' ? '\t' : ' ')).PadRight(Math.Min(column, text.Length));

    private static string Cut(string line) => line.Length <= Widest ? line : line[..Widest] + "…";
}

/// <summary>Colours for tracebacks, as terminals and notebooks understand them.</summary>
internal static partial class Ansi
{
    public static string Red(string text) => $"\e[31m{text}\e[0m";
    public static string Bold(string text) => $"\e[1m{text}\e[0m";
    public static string Green(string text) => $"\e[32m{text}\e[0m";
    public static string Grey(string text) => $"\e[90m{text}\e[0m";

    /// <summary>The text alone, for a file.</summary>
    public static string Without(string text) => Code().Replace(text, "");

    [GeneratedRegex("\e\\[[\\d;]*m")]
    private static partial Regex Code();
}
