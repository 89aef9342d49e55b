using System.Text.RegularExpressions;

namespace Workbook.Kernel.Headless.Export;

/// <summary>Text as C# comments that can still be read: long paragraphs are wrapped, tables, formulas and code stay as they are.</summary>
internal static partial class ProseComment
{
    private const int Width = 110;

    /// <summary>Markdown as comments.</summary>
    public static string OfMarkdown(string markdown)
    {
        var lines = new List<string>();
        var paragraph = "";
        void End()
        {
            if (paragraph != "") lines.AddRange(Wrapped(paragraph));
            paragraph = "";
        }
        string? verbatimUntil = null;
        foreach (var line in markdown.Trim().ReplaceLineEndings("\n").Split('\n'))
        {
            var text = line.Trim();
            var isFence = text.StartsWith("```", StringComparison.Ordinal) || text == "$$";
            if (verbatimUntil is null && !isFence && text != "" && !Alone().IsMatch(line))
            {
                if (Start().Match(line).Groups[1].Success) End();
                paragraph = paragraph == "" ? line.TrimEnd() : $"{paragraph} {text}";
                continue;
            }
            End();
            lines.Add(line);
            if (isFence) verbatimUntil = verbatimUntil is null ? text[..2] : text.StartsWith(verbatimUntil, StringComparison.Ordinal) ? null : verbatimUntil;
        }
        End();
        return Of(string.Join('\n', lines));
    }

    /// <summary>Any text as comments, line for line.</summary>
    public static string Of(string text) =>
        string.Join('\n', text.Trim('\n').ReplaceLineEndings("\n").Split('\n').Select(line => $"// {line}".TrimEnd()));

    // A list's further lines stand under its text.
    private static IEnumerable<string> Wrapped(string line)
    {
        var start = Start().Match(line).Value;
        var indent = start.Contains('>') ? start : new string(' ', start.Length);
        var row = start;
        foreach (var word in line[start.Length..].Split(' '))
        {
            if (row.Length + word.Length > Width && row != start && row != indent)
            {
                yield return row.TrimEnd();
                row = indent;
            }
            row += word + " ";
        }
        yield return row.TrimEnd();
    }

    // What begins a paragraph of its own: a list's item, a quotation.
    [GeneratedRegex(@"^\s*([-*+>]\s+|\d+[.)]\s+)?")]
    private static partial Regex Start();

    // Lines that stay lines: headings, tables, HTML, formulas, rules, code set in by four.
    [GeneratedRegex(@"^(\s*(#|\||<|\$\$|---|\*\*\*$)|    )")]
    private static partial Regex Alone();
}
