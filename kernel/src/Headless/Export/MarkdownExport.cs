using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Workbook.Kernel.Headless.Export;

/// <summary>A notebook as Markdown that a code forge shows: code in fences, outputs below it, pictures as files beside it.</summary>
internal sealed partial class MarkdownExport
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseMathematics().Build();
    private readonly Notebook notebook;
    private readonly string folder;
    private readonly ProseLinks links;
    private int pictures;

    private MarkdownExport(Notebook notebook, string folder, ProseLinks links) => (this.notebook, this.folder, this.links) = (notebook, folder, links);

    private string Beside => $"{notebook.Name}-files";

    /// <summary>Writes <c>NAME.md</c> into the folder and its pictures into <c>NAME-files</c>.</summary>
    /// <param name="notebook">With the outputs that it has.</param>
    /// <param name="folder">Where it goes.</param>
    /// <param name="exported">The names of the notebooks that go there too.</param>
    public static string Write(Notebook notebook, string folder, IReadOnlySet<string> exported)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, notebook.Name + ".md");
        File.WriteAllText(target, new MarkdownExport(notebook, folder, new(notebook, folder, ".md", exported)).Text());
        return target;
    }

    private string Text() => string.Join("\n\n", notebook.Cells
        .SelectMany(cell => cell.IsMarkdown ? [Prose(cell)] : cell.IsCode ? Code(cell) : [])
        .Where(part => part.Trim() != "")) + "\n";

    private IEnumerable<string> Code(NotebookCell cell)
    {
        if (cell.Source.Trim() != "") yield return Fence(cell.Source.Trim('\n'), Highlight.WrittenIn(cell) ?? "csharp");
        foreach (var output in cell.Outputs) yield return Output(output!.AsObject());
    }

    // Only where links lead changes; every other letter stays.
    private string Prose(NotebookCell cell)
    {
        var text = new StringBuilder(cell.Source);
        foreach (var link in Markdig.Markdown.Parse(cell.Source, pipeline).Descendants<LinkInline>().Where(link => link.UrlSpan.Length > 0).OrderByDescending(link => link.UrlSpan.Start))
        {
            text.Remove(link.UrlSpan.Start, link.UrlSpan.Length);
            text.Insert(link.UrlSpan.Start, Attached(link.Url!, cell) ?? links.Of(link.Url));
        }
        return text.ToString().Trim('\n');
    }

    private string? Attached(string url, NotebookCell cell)
    {
        const string scheme = "attachment:";
        if (!url.StartsWith(scheme, StringComparison.Ordinal) || cell.Attachment(Uri.UnescapeDataString(url[scheme.Length..])) is not { } pasted) return null;
        return Keep(Convert.FromBase64String(pasted.Base64), OutputHtml.Pictures.GetValueOrDefault(pasted.Mime, "svg"));
    }

    private string Output(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => Fence(Ansi.Without(NotebookJson.Joined(output["text"])).Trim('\n'), "text"),
        "error" => Fence(Ansi.Without(string.Join('\n', output["traceback"]?.AsArray().Select(line => (string?)line) ?? [])), "text"),
        _ => output["data"] is JsonObject data ? Richest(data) : "",
    };

    private string Richest(JsonObject data)
    {
        var words = OutputHtml.Text(data, "text/plain") ?? "";
        foreach (var (mime, ending) in OutputHtml.Pictures)
            if (data.ContainsKey(mime)) return $"![{Caption(words)}]({Keep(Convert.FromBase64String(NotebookJson.Joined(data[mime])), ending)})";
        if (OutputHtml.Text(data, "image/svg+xml") is { } svg) return $"![{Caption(words)}]({Keep(Encoding.UTF8.GetBytes(svg), "svg")})";
        if (OutputHtml.Text(data, "text/markdown") is { } markdown) return markdown.Trim('\n');
        if (OutputHtml.Text(data, "text/latex") is { } latex) return latex.Trim('\n');
        if (OutputHtml.Text(data, "text/html") is { } html && !html.Contains("<script", StringComparison.OrdinalIgnoreCase)) return Html(html);
        return words.Trim() == "" ? "" : Fence(Ansi.Without(words).Trim('\n'), "text");
    }

    private string Keep(byte[] picture, string ending)
    {
        Directory.CreateDirectory(Path.Combine(folder, Beside));
        var name = $"{Beside}/{++pictures:00}.{ending}";
        File.WriteAllBytes(Path.Combine(folder, name), picture);
        return Uri.EscapeDataString(Beside) + name[Beside.Length..];
    }

    // Markdown ends HTML at an empty line, and a forge takes no styles.
    private static string Html(string html) => EmptyLines().Replace(Style().Replace(html, ""), "\n").Trim();

    private static string Caption(string words) => words.Split('\n')[0].Replace("[", "\\[").Replace("]", "\\]");

    // A fence is longer than any run of its own sign inside.
    private static string Fence(string text, string language)
    {
        var fence = "```";
        while (text.Contains(fence)) fence += "`";
        return $"{fence}{language}\n{text}\n{fence}";
    }

    [GeneratedRegex(@"<style\b.*?</style>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Style();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex EmptyLines();
}
