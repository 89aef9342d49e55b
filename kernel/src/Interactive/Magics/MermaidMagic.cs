namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!mermaid</c>: draws the diagram that the lines below it describe.</summary>
internal sealed class MermaidMagic : Magic
{
    /// <summary>JupyterLab's own name for such diagrams, from version 4.1 on.</summary>
    public const string MimeType = "text/vnd.mermaid";

    public override string Name => "#!mermaid";
    public override string Help => "#!mermaid draws the diagram that the lines below it describe";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(call.Block.Text).With(MimeType, call.Block.Text);
}
