using System.Net;
using System.Reflection;
using System.Text;

namespace Workbook.Kernel;

/// <summary>A notebook as a page that needs nothing but the folder <c>assets</c> beside it.</summary>
internal static class HtmlExport
{
    private const string Assets = "assets";

    /// <summary>Writes <c>NAME.html</c> into the folder, and the scripts that figures and formulas need into its <c>assets</c>.</summary>
    public static string Write(Notebook notebook, string folder)
    {
        Directory.CreateDirectory(folder);
        CopyAssets(notebook, folder);
        var target = Path.Combine(folder, notebook.Name + ".html");
        var aside = target + ".partial";
        File.WriteAllText(aside, Page(notebook));
        File.Move(aside, target, overwrite: true);
        return target;
    }

    /// <summary>The page's text.</summary>
    public static string Page(Notebook notebook)
    {
        var prose = new ProseHtml(Path.GetDirectoryName(Path.GetFullPath(notebook.FilePath))!);
        var body = new StringBuilder();
        foreach (var cell in notebook.Cells)
            body.Append(cell.IsMarkdown ? prose.Render(cell) : cell.IsCode ? Code(cell) : "");
        return Resource("page.html")
            .Replace("{{title}}", WebUtility.HtmlEncode(Title(notebook)))
            .Replace("{{style}}", Resource("page.css"))
            .Replace("{{script}}", Resource("page.js"))
            .Replace("{{body}}", body.ToString());
    }

    private static string Code(NotebookCell cell)
    {
        var number = cell.ExecutionCount is { } count ? $"<span class=\"number\">[{count}]</span>" : "";
        var outputs = string.Concat(cell.Outputs.Select(output => OutputHtml.Of(output!.AsObject())));
        return $"<section class=\"cell\">{number}<pre class=\"code\"><code>{Highlight.ToHtml(cell.Source)}</code></pre>{outputs}</section>\n";
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
            if (!target.Exists || target.Length != new FileInfo(file).Length) File.Copy(file, target.FullName, overwrite: true);
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

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
