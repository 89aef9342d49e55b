using System.Text;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary>A part of a cell: code (no magic), or what belongs to a magic.</summary>
/// <param name="Magic">Whose it is; null for code.</param>
/// <param name="Argument">The rest of the magic's line.</param>
/// <param name="Text">Code with everything else blanked out, so that lines and columns stay right; or a magic's body.</param>
/// <param name="Line">The magic's line, from 0.</param>
/// <param name="Language">The language of the code, or of the code around the magic.</param>
internal sealed record CellBlock(Magic? Magic, string Argument, string Text, int Line, CellLanguage Language);

/// <summary>Takes a cell apart into blocks.</summary>
internal static class CellText
{
    /// <summary>The blocks in the order in which they act; a line that begins like a magic inside a string or a comment is none.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="magics">Those that count.</param>
    /// <param name="language">What the cell begins in, as a magic without its mark (<c>fsharp</c>, <c>mermaid</c>); null for C#.</param>
    /// <exception cref="CellFailure">A magic that nobody knows.</exception>
    public static List<CellBlock> Split(string text, string name, MagicSet magics, string? language = null)
    {
        var splitter = new Splitter(text, name, magics);
        splitter.Run(language);
        return splitter.Blocks;
    }

    /// <summary>The cell's code in one language with everything else blanked out, character for character: what can be asked about.</summary>
    public static string Only(CellLanguage language, string text, MagicSet magics) => Forgiving(text, magics).All[language].ToString();

    /// <summary>The language in force at a place of the text.</summary>
    public static CellLanguage LanguageAt(string text, int position, MagicSet magics) =>
        Forgiving(text, magics).LanguageOfLine[text.AsSpan(0, Math.Clamp(position, 0, text.Length)).Count('\n')];

    private static Splitter Forgiving(string text, MagicSet magics)
    {
        var splitter = new Splitter(text, "", magics) { IsForgiving = true };
        splitter.Run(null);
        return splitter;
    }

    private sealed class Splitter(string text, string name, MagicSet magics)
    {
        private readonly string[] lines = text.Split('\n');
        private readonly StringBuilder code = new();
        private readonly StringBuilder body = new();
        private CellLanguage language;
        private CellBlock? open;                         // a magic that is taking lines

        public List<CellBlock> Blocks { get; } = [];

        public bool IsForgiving { get; init; }

        public Dictionary<CellLanguage, StringBuilder> All { get; } = Enum.GetValues<CellLanguage>().ToDictionary(each => each, _ => new StringBuilder());

        public List<CellLanguage> LanguageOfLine { get; } = [];

        public void Run(string? first)
        {
            if (first is not null) Take(("#!" + first, ""), 0);
            for (var i = 0; i < lines.Length; i++)
            {
                if (i == 0 && FilePragmas.NamesInterpreter(lines[i]))
                {
                    Line(lines[i] + "\n", isMagic: true);
                    continue;
                }
                var isMagic = Read(i) is { } found && Take(found, i);
                Line(lines[i] + (i < lines.Length - 1 ? "\n" : ""), isMagic);
            }
            CloseMagic();
            CloseCode();
        }

        private (string Name, string Argument)? Read(int line)
        {
            var trimmed = FilePragmas.AsMagic(lines[line].Trim());
            if (!MagicSet.LooksLikeOne(trimmed)) return null;
            if (open is null && EndsInLiteral()) return null;
            var space = trimmed.IndexOfAny([' ', '\t', '"']);
            return space < 0 ? (trimmed, "") : (trimmed[..space], trimmed[space..].Trim());
        }

        private bool EndsInLiteral() => language == CellLanguage.FSharp ? FSharpText.EndsInLiteral(code.ToString()) : CompletenessCheck.EndsInLiteral(code.ToString());

        // Inside a body only another block's beginning counts: `#r` may well be a line of Markdown.
        private bool Take((string Name, string Argument) found, int line)
        {
            var magic = magics.Find(found.Name);
            if (open is not null && magic is not { TakesBody: true } and not LanguageMagic) return false;
            if (magic is null && !IsForgiving) throw magics.Unknown(found.Name, name, line, text);
            if (magic is null) return true;
            CloseMagic();
            var block = new CellBlock(magic, found.Argument, "", line, language);
            if (magic is LanguageMagic next) Switch(next.Language);
            else if (magic.ComesFirst) Blocks.Add(block);
            else
            {
                CloseCode();
                if (magic.TakesBody) open = block;
                else Blocks.Add(block);
            }
            return true;
        }

        private void Switch(CellLanguage next)
        {
            if (next != language) CloseCode();
            language = next;
        }

        private void Line(string line, bool isMagic)
        {
            var isCode = !isMagic && open is null;
            var blank = Blank(line);
            code.Append(isCode ? line : blank);
            foreach (var (each, builder) in All) builder.Append(isCode && each == language ? line : blank);
            if (open is not null && !isMagic) body.Append(line);
            LanguageOfLine.Add(language);
        }

        private void CloseMagic()
        {
            if (open is null) return;
            Blocks.Add(open with { Text = body.ToString() });
            body.Clear();
            open = null;
        }

        private void CloseCode()
        {
            var closed = code.ToString();
            if (!string.IsNullOrWhiteSpace(closed)) Blocks.Add(new(null, "", closed, 0, language));
            code.Clear().Append(Blank(closed));
        }

        private static string Blank(string line) => string.Concat(line.Select(character => character is '\n' or '\r' ? character : ' '));
    }
}
