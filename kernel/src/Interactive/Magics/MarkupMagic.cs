namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!html</c>, <c>#!markdown</c>, <c>#!javascript</c>, <c>#!mermaid</c>: the lines below it are shown as what they are.</summary>
/// <param name="name">As it is written.</param>
/// <param name="alias">Its shorter name, or null.</param>
/// <param name="does">What it does, for the list.</param>
/// <param name="mimeType">What the lines are.</param>
internal sealed class MarkupMagic(string name, string? alias, string does, string mimeType) : Magic
{
    /// <summary>JupyterLab's own name for diagrams in Mermaid, from version 4.1 on.</summary>
    public const string Mermaid = "text/vnd.mermaid";

    /// <summary>One for each kind.</summary>
    public static MarkupMagic[] Each() =>
    [
        new("#!html", null, "shows the lines below it as HTML", "text/html"),
        new("#!markdown", "#!md", "shows the lines below it as Markdown", "text/markdown"),
        new("#!javascript", "#!js", "shows the lines below it as JavaScript", "application/javascript"),
        new("#!mermaid", null, "draws the diagram that the lines below it describe", Mermaid),
    ];

    public override string Name => name;
    public override string[] Aliases => alias is null ? [] : [alias];
    public override string Help => alias is null ? $"{name} {does}" : $"{name} ({alias}) {does}";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call) => MimeBundle.Plain(call.Block.Text).With(mimeType, call.Block.Text);
}
