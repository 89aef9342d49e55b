using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary>The magics that cells may use.</summary>
internal sealed class MagicSet(params Magic[] magics)
{
    /// <summary>All of them.</summary>
    public static MagicSet Known { get; } = new(
        new ReferenceMagic(), new SourceMagic(), new LoadMagic(), new ImportMagic(), new TimeMagic(),
        new LanguageMagic(CellLanguage.CSharp, "#!csharp", "#!c#"), new LanguageMagic(CellLanguage.FSharp, "#!fsharp", "#!f#"),
        new ShareMagic(), new SetMagic(), new ValueMagic(),
        new HtmlMagic(), new MarkdownMagic(), new JavascriptMagic(), new MermaidMagic(),
        new WhoMagic(), new WhosMagic(), new ListMagic(), new AboutMagic(), new ExitMagic());

    /// <summary>Finds what the session knows besides, by its name.</summary>
    public Func<string, Magic?> Besides { get; init; } = _ => null;

    /// <summary>In the order of the list.</summary>
    public IReadOnlyList<Magic> All { get; } = magics;

    /// <summary>Whether a line asks for a magic at all; <c>#if</c>, <c>#region</c> and their like belong to C#.</summary>
    public static bool LooksLikeOne(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) || IsWord(line, "#r") || IsWord(line, "#load") || IsWord(line, "#i");

    public Magic? Find(string name) => All.FirstOrDefault(magic => magic.Name == name || magic.Aliases.Contains(name)) ?? Besides(name);

    /// <summary>The error for a name that is none of them.</summary>
    public CellFailure Unknown(string name, string source, int line, string text)
    {
        var message = $"There is no magic {name}.";
        return new(new("MagicError", message,
        [
            $"{Ansi.Red("MagicError")}: {message}",
            $"  at {Path.GetFileName(source)}, line {line + 1}",
            .. Excerpt.Of(SourceText.From(text), line),
            $"Known are {string.Join(", ", All.Select(magic => magic.Name))}.",
        ]));
    }

    private static bool IsWord(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || line[word.Length] is ' ' or '\t' or '"');
}
