using System.Net;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Workbook.Book;

/// <summary>One section of a page, as a search finds it.</summary>
internal sealed record Section(
    [property: JsonPropertyName("id")] int Id, [property: JsonPropertyName("page")] string Page, [property: JsonPropertyName("anchor")] string Anchor,
    [property: JsonPropertyName("chapter")] string Chapter, [property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("text")] string Text);

/// <summary>A page's text, cut at its headings.</summary>
internal static partial class Sections
{
    /// <summary>The sections of a page, in order; ids begin where they are told to.</summary>
    public static IEnumerable<Section> Of(string page, string chapter, string html, int first)
    {
        var body = Unspoken().Replace(html[Math.Max(0, html.IndexOf("<main>", StringComparison.Ordinal))..], " ");
        var headings = Heading().Matches(body);
        for (var i = 0; i < headings.Count; i++)
        {
            var end = i + 1 < headings.Count ? headings[i + 1].Index : body.Length;
            var text = Words(body[(headings[i].Index + headings[i].Length)..end]);
            yield return new(first + i, page, headings[i].Groups[1].Value, chapter, Words(headings[i].Groups[2].Value), text);
        }
    }

    private static string Words(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("""<h[1-4] id="([^"]+)">(.*?)</h[1-4]>""", RegexOptions.Singleline)]
    private static partial Regex Heading();

    // Scripts, drawings and what pictures are made of are not read.
    [GeneratedRegex("<(script|style|svg)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unspoken();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
