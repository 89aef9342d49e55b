namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!html</c>: shows the lines below it as HTML.</summary>
internal sealed class HtmlMagic : Magic
{
    public override string Name => "#!html";
    public override string Help => "#!html shows the lines below it as HTML";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(call.Block.Text).With("text/html", call.Block.Text);
}
