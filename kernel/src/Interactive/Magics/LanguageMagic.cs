namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!csharp</c>, <c>#!fsharp</c>: the lines below are in that language, up to the next block.</summary>
internal sealed class LanguageMagic(CellLanguage language, string name, string alias) : Magic
{
    public CellLanguage Language { get; } = language;

    public override string Name => name;
    public override string[] Aliases => [alias];
    public override string Help => $"{name} ({alias}) begins a block of {name[2..3].ToUpperInvariant()}#";

    public override MimeBundle? Run(MagicCall call) => null;
}
