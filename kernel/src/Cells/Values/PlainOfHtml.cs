using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Workbook.Kernel.Cells.Values;

/// <summary>HTML beside the text that a terminal shows for it.</summary>
internal static partial class PlainOfHtml
{
    /// <summary>The HTML that a content writes.</summary>
    public static string ToText(this IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>What stands between the tags; the tags themselves where nothing does.</summary>
    public static string Text(string html)
    {
        var bare = WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(html, ""), "")).Trim();
        return bare.Length > 0 ? bare : html;
    }

    [GeneratedRegex("<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("</?[A-Za-z](\"[^\"]*\"|'[^']*'|[^'\">])*>")]
    private static partial Regex Tag();
}
