namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!javascript</c>: shows the lines below it as JavaScript.</summary>
internal sealed class JavascriptMagic : Magic
{
    public override string Name => "#!javascript";
    public override string[] Aliases => ["#!js"];
    public override string Help => "#!javascript (#!js) shows the lines below it as JavaScript";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(call.Block.Text).With("application/javascript", call.Block.Text);
}
