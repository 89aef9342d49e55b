using Workbook.Display;

namespace Workbook.Kernel;

/// <summary><c>#load "file.csx"</c>: runs a file as if it had been typed as a cell of its own, so its usings and variables stay.</summary>
internal sealed class LoadMagic : Magic
{
    private const int Deepest = 20;

    public override string Name => "#load";
    public override string Help => "#load \"file.csx\" runs a file as if it had been typed";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        var file = Path.GetFullPath(call.Unquoted, call.Folder);
        if (!File.Exists(file)) throw call.Fail($"There is no file {call.Unquoted} in {Path.GetFileName(call.Folder)}/.");
        if (call.Cell.LoadDepth == Deepest) throw call.Fail($"{call.Unquoted} loads itself.");
        return call.Cell.Run(File.ReadAllText(file), Path.GetFileName(file), Path.GetDirectoryName(file)!);
    }
}
