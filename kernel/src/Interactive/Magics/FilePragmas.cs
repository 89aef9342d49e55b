namespace Workbook.Kernel.Interactive.Magics;

/// <summary>What a program of one file says at its top to <c>dotnet run</c>: <c>#!/usr/bin/env dotnet</c>, <c>#:package Name@1.2.3</c>.</summary>
internal static class FilePragmas
{
    /// <summary>How every line of that kind begins, but the first.</summary>
    public const string Start = "#:";

    private const string Package = "#:package";

    /// <summary>Whether a text's first line says what runs it.</summary>
    public static bool NamesInterpreter(string line) => line.StartsWith("#!", StringComparison.Ordinal) && line[2..].TrimStart().StartsWith('/');

    /// <summary>A package is asked for as cells do it; any other line of that kind is <see cref="FilePragmaMagic"/>'s.</summary>
    public static string AsMagic(string line)
    {
        if (!line.StartsWith(Start, StringComparison.Ordinal)) return line;
        if (!line.StartsWith(Package, StringComparison.Ordinal)) return $"{Start} {line[Start.Length..]}";
        return line[Package.Length..].Trim().Split('@', 2, StringSplitOptions.TrimEntries) is [var name, var version] && version != "*"
            ? $"#r \"{PackageRestore.Prefix} {name}, {version}\""
            : $"#r \"{PackageRestore.Prefix} {line[Package.Length..].Trim().TrimEnd('*').TrimEnd('@')}\"";
    }
}

/// <summary><c>#:property …</c>, <c>#:sdk …</c>, <c>#:project …</c>: how a program is built. Cells are not, so the lines are passed over, with a note.</summary>
internal sealed class FilePragmaMagic : Magic
{
    public override string Name => FilePragmas.Start;
    public override string Help => "#:package Name@1.2.3 brings a package, as in a program of one file; other lines that begin with #: are passed over";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        var text = call.Cell.Evaluator.Sources.Find(call.Source)?.ToString() ?? "";
        var all = CellText.Split(text, call.Source, call.Cell.Magics).Where(block => block.Magic is FilePragmaMagic).ToList();
        if (all.Count > 0 && all[0].Line != call.Block.Line) return null;           // one note for all
        var lines = all.Count > 0 ? all.Select(block => block.Argument) : [call.Argument];
        call.Cell.Show(MimeBundle.Plain($"Passed over, as a cell is no program to be built: {string.Join(", ", lines.Select(line => FilePragmas.Start + line))}. A project's library is brought by #r \"library.dll\"."));
        return null;
    }
}
