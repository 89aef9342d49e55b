using System.Net;
using System.Text.RegularExpressions;

namespace Workbook.Kernel.Headless;

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
