using System.Net;
using System.Text;
using Markdig;

namespace Workbook.Book;

/// <summary>The book's own pages, and what it adds to those of its notebooks.</summary>
internal static class Pages
{
    private const string Name = "Workbook: autoencoders in C#";

    /// <summary>A notebook's page with the book's bar above it and the way on below.</summary>
    public static string InBook(string html, Chapter? before, Chapter? after)
    {
        var way = new StringBuilder("<footer class=\"way\">");
        if (before is not null) way.Append($"<a rel=\"prev\" href=\"{before.Page}\">← {Text(before.Title)}</a>");
        if (after is not null) way.Append($"<a rel=\"next\" href=\"{after.Page}\">{Text(after.Title)} →</a>");
        way.Append("</footer>\n");
        return html
            .Replace("</head>", "<link rel=\"stylesheet\" href=\"assets/book.css\">\n</head>", StringComparison.Ordinal)
            .Replace("<body>\n", $"<body>\n{Bar}", StringComparison.Ordinal)
            .Replace("</main>", $"</main>\n{way}{Scripts}", StringComparison.Ordinal);
    }

    /// <summary>The first page: every chapter with its question.</summary>
    public static string Index(IEnumerable<Chapter> chapters, string style)
    {
        var rows = chapters.Select(chapter => $"""
            <li><a href="{chapter.Page}">{Text(chapter.Title)}</a>{Markdig.Markdown.ToHtml(chapter.Question).Trim()}
            <small>{string.Join(" · ", Facts(chapter))}</small></li>
            """);
        return Page(Name, style, $"""
            <h1 id="top">{Name}</h1>
            <p>The whole family of autoencoders, from principal components to recursive nets, as notebooks that ran as they stand here. To run them
            yourself, and to answer their exercises, open them in Jupyter: <code>./workbook lab</code>. Figures answer the mouse; nothing on these pages
            asks the network. Names and letters are those of the <a href="notation.html">notation</a>.</p>
            <ol class="chapters" start="0">
            {string.Join('\n', rows)}
            </ol>
            """);
    }

    /// <summary>A page of Markdown.</summary>
    public static string Markdown(string title, string style, string markdown) =>
        Page(title, style, Markdig.Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub).Build()));

    private static string Page(string title, string style, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)}</title>
        <style>
        {style}</style>
        <link rel="stylesheet" href="assets/book.css">
        </head>
        <body>
        {Bar}<main>
        <section class="prose">
        {body}</section>
        </main>
        {Scripts}</body>
        </html>
        """;

    private static string Bar => """
        <a class="skip" href="#content">Skip to the text</a>
        <header class="bar"><a href="index.html">Workbook</a>
        <div class="search" role="search"><input type="search" id="asked" placeholder="Search" aria-label="Search the book" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found">
        <ol id="found" role="listbox" hidden></ol></div></header>

        """;

    private static string Scripts => "<script src=\"assets/minisearch.js\"></script><script src=\"assets/book.js\"></script>\n";

    private static IEnumerable<string> Facts(Chapter chapter)
    {
        if (chapter.Time != "") yield return Text(chapter.Time);
        if (chapter.Topics > 0) yield return Count(chapter.Topics, "topic") + " of the lectures";
        if (chapter.Exercises > 0) yield return Count(chapter.Exercises, "exercise");
    }

    private static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
