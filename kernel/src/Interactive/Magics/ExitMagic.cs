namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!exit</c>: ends the session.</summary>
internal sealed class ExitMagic : Magic
{
    public override string Name => "#!exit";
    public override string Help => "#!exit ends the session";

    public override MimeBundle? Run(MagicCall call) => throw new CellExit(0);
}
