namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#load "file.csx"</c>: runs a file as if it had been typed as a cell of its own, so its usings and variables stay.</summary>
internal sealed class LoadMagic : Magic
{
    public override string Name => "#load";
    public override string Help => "#load \"file.csx\" (or .fsx) runs a file as if it had been typed";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        var path = call.Existing();
        return call.RunFile(File.ReadAllText(path), path, call.Block.Language);
    }
}
