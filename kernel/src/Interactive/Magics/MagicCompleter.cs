namespace Workbook.Kernel.Interactive.Magics;

/// <summary>Completes the names of magics, and the files that <c>#r</c> and <c>#load</c> ask for.</summary>
internal static class MagicCompleter
{
    /// <summary>What could be typed on a line that begins with <c>#</c>; null elsewhere.</summary>
    public static Completions? Complete(string code, int cursor, MagicSet magics)
    {
        var start = code.LastIndexOf('\n', Math.Max(0, cursor - 1)) + 1;
        if (start > cursor) return null;
        var typed = code[start..cursor];
        if (!typed.StartsWith('#')) return null;
        var quote = typed.IndexOf('"');
        if (quote >= 0) return Files(typed[(quote + 1)..], cursor);
        var items = magics.All.Where(magic => magic.Name.StartsWith(typed, StringComparison.Ordinal))
            .Select(magic => new Completion(magic.Name, "magic", magic.Help));
        return new(start, cursor, [.. items]);
    }

    private static Completions Files(string typed, int cursor)
    {
        var slash = typed.LastIndexOf('/') + 1;
        var folder = Path.GetFullPath(typed[..slash].Length == 0 ? "." : typed[..slash]);
        if (!Directory.Exists(folder)) return new(cursor, cursor, []);
        var names = Directory.EnumerateFileSystemEntries(folder, typed[slash..] + "*")
            .Where(path => Directory.Exists(path) || Path.GetExtension(path) is ".dll" or ".csx" or ".cs")
            .Select(path => Path.GetFileName(path) + (Directory.Exists(path) ? "/" : ""))
            .Order(StringComparer.Ordinal);
        return new(cursor - (typed.Length - slash), cursor, [.. names.Select(name => new Completion(name, "path", ""))]);
    }
}
