using System.Net;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Workbook.Kernel.Headless;

/// <summary>Markdown cells → HTML: formulas left for MathJax, pictures of the notebook's folder taken into the page, links to notebooks turned to their pages.</summary>
internal sealed class ProseHtml(ProseLinks links)
{
    private const int LargestPicture = 2_000_000;
    private static readonly MarkdownPipeline pipeline = Pipeline();

    public string Render(NotebookCell cell)
    {
        var document = Markdig.Markdown.Parse(cell.Source, pipeline);
        foreach (var link in document.Descendants<LinkInline>()) link.Url = link.IsImage ? Picture(link.Url, cell) : links.Of(link.Url);
        return $"<section class=\"prose\">{ToHtml(document)}</section>\n";
    }

    // A formula between double dollars stands on a line of its own, wherever it was typed.
    private static void SetApart(MarkdownDocument document)
    {
        foreach (var formula in document.Descendants<MathInline>().Where(formula => formula.DelimiterCount == 2).ToList())
            formula.ReplaceBy(new HtmlInline($"<span class=\"math\">\\[{WebUtility.HtmlEncode(formula.Content.ToString())}\\]</span>"));
    }

    /// <summary>Markdown that stands alone: an output, say.</summary>
    public static string Render(string markdown) => ToHtml(Markdig.Markdown.Parse(markdown, pipeline));

    private static string ToHtml(MarkdownDocument document)
    {
        SetApart(document);
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UseMathematics().UsePipeTables().UseFootnotes().UseEmphasisExtras().UseAutoIdentifiers().UseDefinitionLists().UseTaskLists();
        builder.InlineParsers.Insert(0, new BrokenFormula());
        return builder.Build();
    }

    private string? Picture(string? url, NotebookCell cell)
    {
        if (url is null || url.Contains("://") || url.StartsWith("data:", StringComparison.Ordinal)) return url;
        if (url.StartsWith("attachment:", StringComparison.Ordinal))
            return cell.Attachment(Uri.UnescapeDataString(url["attachment:".Length..])) is { } pasted ? $"data:{pasted.Mime};base64,{pasted.Base64}" : url;
        var file = new FileInfo(Path.Combine(links.Home, Uri.UnescapeDataString(url)));
        return file is { Exists: true, Length: <= LargestPicture } && Mime(file.Extension) is { } mime
            ? $"data:{mime};base64,{Convert.ToBase64String(File.ReadAllBytes(file.FullName))}"
            : links.Of(url);
    }

    private static string? Mime(string extension) => extension.ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
