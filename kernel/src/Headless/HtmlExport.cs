using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbook.Kernel.Headless;

/// <summary>A notebook as a page that needs nothing but the folder <c>assets</c> beside it.</summary>
internal static partial class HtmlExport
{
    private const string Assets = "assets";

    /// <summary>Writes <c>NAME.html</c> into the folder, and the scripts that figures and formulas need into its <c>assets</c>.</summary>
    /// <param name="notebook">With the outputs that it has.</param>
    /// <param name="folder">Where the page goes.</param>
    /// <param name="exported">The names of the notebooks whose pages go there too; null when all do.</param>
    public static string Write(Notebook notebook, string folder, IReadOnlySet<string>? exported = null) =>
        Write(Page(notebook, new(notebook, folder, ".html", exported)), notebook, folder, notebook.Name + ".html");

    /// <summary>Writes a page about a notebook, and its scripts.</summary>
    public static string Write(string page, Notebook notebook, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        CopyAssets(notebook, folder);
        var target = Path.Combine(folder, name);
        WholeFile.Write(target, page);
        return target;
    }

    /// <summary>The page's text.</summary>
    public static string Page(Notebook notebook, ProseLinks links)
    {
        var prose = new ProseHtml(links);
        var body = new StringBuilder();
        foreach (var cell in notebook.Cells)
            body.Append(cell.IsMarkdown ? prose.Render(cell) : cell.IsCode ? Code(cell) : "");
        return Page(Title(notebook), "", body.ToString());
    }

    /// <summary>A page of this look.</summary>
    public static string Page(string title, string style, string body) => Resource("page.html")
        .Replace("{{title}}", WebUtility.HtmlEncode(title))
        .Replace("{{style}}", Resource("page.css") + style)
        .Replace("{{script}}", Resource("page.js"))
        .Replace("{{contents}}", Contents(body))
        .Replace("{{body}}", body);

    // The sections of a long notebook, each a link.
    private static string Contents(string body)
    {
        const int few = 4;
        var sections = Section().Matches(body);
        if (sections.Count <= few) return "";
        var links = sections.Select(section => $"<li><a href=\"#{section.Groups[1].Value}\">{Anchor().Replace(section.Groups[2].Value, "")}</a></li>");
        return $"<nav><details open><summary>Contents</summary><ul>\n{string.Join('\n', links)}\n</ul></details></nav>\n";
    }

    private static string Code(NotebookCell cell)
    {
        var number = cell.ExecutionCount is { } count ? $"<span class=\"number\">[{count}]</span>" : "";
        var outputs = string.Concat(cell.Outputs.Select(output => OutputHtml.Of(output!.AsObject())));
        return $"<section class=\"cell\">{number}<pre class=\"code\"><code>{Highlight.ToHtml(cell)}</code></pre>{outputs}</section>\n";
    }

    private static string Title(Notebook notebook) => notebook.Cells
        .Where(cell => cell.IsMarkdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? notebook.Name;

    private static void CopyAssets(Notebook notebook, string folder)
    {
        if (FindAssets(notebook.FilePath) is not { } source) return;
        Directory.CreateDirectory(Path.Combine(folder, Assets));
        foreach (var file in Directory.EnumerateFiles(source, "*.js"))
        {
            var target = new FileInfo(Path.Combine(folder, Assets, Path.GetFileName(file)));
            if (!target.Exists || target.Length != new FileInfo(file).Length || target.LastWriteTimeUtc < File.GetLastWriteTimeUtc(file)) File.Copy(file, target.FullName, overwrite: true);
        }
    }

    // Named by WORKBOOK_ASSETS, else .workbook/assets in a folder above the notebook.
    private static string? FindAssets(string notebook)
    {
        if (Environment.GetEnvironmentVariable("WORKBOOK_ASSETS") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(notebook)); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, ".workbook", Assets) is var found && Directory.Exists(found)) return found;
        return null;
    }

    /// <summary>A text that this assembly carries.</summary>
    public static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""<h2 id="([^"]+)">(.*?)</h2>""", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("</?a\\b[^>]*>")]
    private static partial Regex Anchor();
}
