using System.Text;

namespace Workbook.Kernel;

/// <summary>Takes a cell apart into blocks.</summary>
internal static class CellText
{
    /// <summary>The blocks in the order in which they act; a line that begins like a magic inside a string or a comment is none.</summary>
    /// <exception cref="CellFailure">A magic that nobody knows.</exception>
    public static List<CellBlock> Split(string text, string name, MagicSet magics)
    {
        var splitter = new Splitter(text, name, magics);
        splitter.Run();
        return splitter.Blocks;
    }

    /// <summary>The cell's C# with everything else blanked out, character for character: what can be asked about.</summary>
    public static string OnlyCSharp(string text, MagicSet magics)
    {
        var splitter = new Splitter(text, "", magics) { IsForgiving = true };
        splitter.Run();
        return splitter.AllCSharp;
    }

    private sealed class Splitter(string text, string name, MagicSet magics)
    {
        private readonly string[] lines = text.Split('\n');
        private readonly StringBuilder csharp = new();
        private readonly StringBuilder allCSharp = new();
        private CellBlock? open;                         // a magic that is taking lines
        private readonly StringBuilder body = new();

        public List<CellBlock> Blocks { get; } = [];

        public bool IsForgiving { get; init; }

        public string AllCSharp => allCSharp.ToString();

        public void Run()
        {
            for (var i = 0; i < lines.Length; i++)
            {
                var isMagic = Read(i) is { } found && Take(found, i);
                Line(lines[i] + (i < lines.Length - 1 ? "\n" : ""), isMagic);
            }
            CloseMagic();
            CloseCSharp();
        }

        private (string Name, string Argument)? Read(int line)
        {
            var trimmed = lines[line].Trim();
            if (!MagicSet.LooksLikeOne(trimmed)) return null;
            if (open is null && Wholeness.EndsInLiteral(csharp.ToString())) return null;
            var space = trimmed.IndexOfAny([' ', '\t', '"']);
            return space < 0 ? (trimmed, "") : (trimmed[..space], trimmed[space..].Trim());
        }

        // Inside a body only another block's beginning counts: `#r` may well be a line of Markdown.
        private bool Take((string Name, string Argument) found, int line)
        {
            var magic = magics.Find(found.Name);
            if (open is not null && magic is not { TakesBody: true } and not CSharpMagic) return false;
            if (magic is null && !IsForgiving) throw magics.Unknown(found.Name, name, line, text);
            if (magic is null) return true;
            CloseMagic();
            var block = new CellBlock(magic, found.Argument, "", line);
            if (magic.ComesFirst) Blocks.Add(block);
            else if (magic is not CSharpMagic)
            {
                CloseCSharp();
                if (magic.TakesBody) open = block;
                else Blocks.Add(block);
            }
            return true;
        }

        private void Line(string line, bool isMagic)
        {
            var isCSharp = !isMagic && open is null;
            csharp.Append(isCSharp ? line : Blank(line));
            allCSharp.Append(isCSharp ? line : Blank(line));
            if (open is not null && !isMagic) body.Append(line);
        }

        private void CloseMagic()
        {
            if (open is null) return;
            Blocks.Add(open with { Text = body.ToString() });
            body.Clear();
            open = null;
        }

        private void CloseCSharp()
        {
            var code = csharp.ToString();
            if (!string.IsNullOrWhiteSpace(code)) Blocks.Add(new(null, "", code, 0));
            csharp.Clear().Append(Blank(code));
        }

        private static string Blank(string line) => string.Concat(line.Select(character => character is '\n' or '\r' ? character : ' '));
    }
}
