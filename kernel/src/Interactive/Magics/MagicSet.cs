using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary>The magics that cells may use.</summary>
internal sealed class MagicSet(params Magic[] magics)
{
    /// <summary>All of them.</summary>
    public static MagicSet Known { get; } = new(
    [
        new ReferenceMagic(), new SourceMagic(), new LoadMagic(), new ImportMagic(), new TimeMagic(), new FilePragmaMagic(),
        new LanguageMagic(CellLanguage.CSharp, "#!csharp", "#!c#"), new LanguageMagic(CellLanguage.FSharp, "#!fsharp", "#!f#"),
        new ShareMagic(), new SetMagic(), new ValueMagic(),
        .. MarkupMagic.Each(),
        new WhoMagic(), new WhosMagic(), new ListMagic(), new AboutMagic(), new ExitMagic(),
    ]);

    /// <summary>Finds what the session knows besides, by its name.</summary>
    public Func<string, Magic?> Besides { get; init; } = _ => null;

    /// <summary>In the order of the list.</summary>
    public IReadOnlyList<Magic> All { get; } = magics;

    /// <summary>Whether a line asks for a magic at all; <c>#if</c>, <c>#region</c> and their like belong to C#.</summary>
    public static bool LooksLikeOne(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) || IsWord(line, "#r") || IsWord(line, "#load") || IsWord(line, "#i")
        || line.StartsWith(FilePragmas.Start, StringComparison.Ordinal);

    public Magic? Find(string name) => All.FirstOrDefault(magic => magic.Name == name || magic.Aliases.Contains(name)) ?? Besides(name);

    /// <summary>The error for a name that is none of them.</summary>
    public CellFailure Unknown(string name, string source, int line, string text)
    {
        var message = $"There is no magic {name}.";
        return new(new("MagicError", message,
        [
            $"{Ansi.Red("MagicError")}: {message}",
            $"  at {Path.GetFileName(source)}, line {line + 1}",
            .. CodeFrame.Of(SourceText.From(text), line),
            $"Known are {string.Join(", ", All.Select(magic => magic.Name))}.",
        ]));
    }

    private static bool IsWord(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || line[word.Length] is ' ' or '\t' or '"');
}

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
