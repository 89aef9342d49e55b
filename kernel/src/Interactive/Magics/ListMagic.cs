namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!lsmagic</c>: the magics, a line each.</summary>
internal sealed class ListMagic : Magic
{
    public override string Name => "#!lsmagic";
    public override string Help => "#!lsmagic lists the magics";

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(string.Join('\n', call.Cell.Magics.All.Select(magic => magic.Help)));
}
