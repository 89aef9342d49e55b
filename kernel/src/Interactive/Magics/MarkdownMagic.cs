namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!markdown</c>: shows the lines below it as Markdown.</summary>
internal sealed class MarkdownMagic : Magic
{
    public override string Name => "#!markdown";
    public override string[] Aliases => ["#!md"];
    public override string Help => "#!markdown (#!md) shows the lines below it as Markdown";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(call.Block.Text).With("text/markdown", call.Block.Text);
}
