using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbook.Kernel.Headless;

/// <summary>Text with terminal colours → HTML.</summary>
internal static partial class AnsiHtml
{
    public static string Of(string text)
    {
        var html = new StringBuilder();
        var (done, open) = (0, false);
        foreach (Match code in Escape().Matches(text))
        {
            html.Append(WebUtility.HtmlEncode(text[done..code.Index]));
            done = code.Index + code.Length;
            if (code.Groups[2].Value != "m") continue;
            if (open) html.Append("</span>");
            var classes = Classes(code.Groups[1].Value);
            open = classes != "";
            if (open) html.Append($"<span class=\"{classes}\">");
        }
        html.Append(WebUtility.HtmlEncode(text[done..]));
        return html.Append(open ? "</span>" : "").ToString();
    }

    // 31 is red, 1 is bold, 0 or nothing ends them all.
    private static string Classes(string codes) => string.Join(' ', codes.Split(';').Where(code => code is not ("" or "0")).Select(code => "ansi-" + code));

    [GeneratedRegex("\e\\[([\\d;]*)([A-Za-z])")]
    private static partial Regex Escape();
}
