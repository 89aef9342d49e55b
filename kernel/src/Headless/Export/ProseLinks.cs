namespace Workbook.Kernel.Headless.Export;

/// <summary>Where the links of a notebook's prose lead once it is exported into another folder.</summary>
/// <param name="notebook">Whose prose it is; its links are relative to its folder.</param>
/// <param name="folder">Where the export goes.</param>
/// <param name="ending">What exported notebooks end in: <c>.html</c>.</param>
/// <param name="exported">The names of the notebooks that are exported there too; null when all are.</param>
internal sealed class ProseLinks(Notebook notebook, string folder, string ending, IReadOnlySet<string>? exported = null)
{
    private readonly string home = Path.GetDirectoryName(Path.GetFullPath(notebook.FilePath))!;

    /// <summary>The folder that the links are relative to before.</summary>
    public string Home => home;

    /// <summary>A link as it reads from the export: another notebook's export, or the file where it lies.</summary>
    public string? Of(string? url)
    {
        if (string.IsNullOrEmpty(url) || url[0] is '#' or '/' || url.Contains(':')) return url;
        var mark = url.IndexOfAny(['#', '?']);
        var (path, rest) = mark < 0 ? (url, "") : (url[..mark], url[mark..]);
        if (path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && IsExported(Path.GetFileNameWithoutExtension(path)))
            return Path.GetFileNameWithoutExtension(path) + ending + rest;
        var target = Path.GetFullPath(Uri.UnescapeDataString(path), home);
        return Path.Exists(target) ? Uri.EscapeDataString(Path.GetRelativePath(Path.GetFullPath(folder), target)).Replace("%2F", "/") + rest : url;
    }

    private bool IsExported(string name) => exported is null || exported.Contains(name) || File.Exists(Path.Combine(folder, name + ending));
}
