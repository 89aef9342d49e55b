namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#r "library.dll"</c> and <c>#r "nuget: Name, 1.2.3"</c>: the cells may use the library, and what it needs.</summary>
internal sealed class ReferenceMagic : Magic
{
    public override string Name => "#r";
    public override string Help => "#r \"library.dll\" or \"nuget: Name, 1.2.3\" lets cells use a library and those it needs";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        if (IsPackage(call.Block)) PackageRestore.Run(call, PackagesOf(call));
        else FromFile(call);
        return null;
    }

    // All of the cell at once, when the first of them is come to: one restore, and one choice of versions.
    private static List<CellBlock> PackagesOf(MagicCall call)
    {
        var text = call.Cell.Evaluator.Sources.Find(call.Source)?.ToString() ?? "";
        var all = CellText.Split(text, call.Source, call.Cell.Magics).Where(IsPackage).ToList();
        return all.Count == 0 ? [call.Block] : all[0].Line == call.Block.Line ? all : [];
    }

    private static bool IsPackage(CellBlock block) =>
        block.Magic is ReferenceMagic && block.Argument.Trim().Trim('"').TrimStart().StartsWith(PackageRestore.Prefix, StringComparison.OrdinalIgnoreCase);

    private static void FromFile(MagicCall call)
    {
        try
        {
            var notes = call.Cell.Evaluator.Submissions.Reference(Path.GetFullPath(call.Unquoted, call.Folder));
            if (notes.Count > 0) call.Cell.Output.Show(Guid.NewGuid().ToString("N"), MimeBundle.Plain(string.Join('\n', notes)));
        }
        catch (FileNotFoundException)
        {
            throw call.Fail($"There is no file {call.Unquoted} in {Path.GetFileName(call.Folder)}/. Has the library been built?");
        }
        catch (BadImageFormatException)
        {
            throw call.Fail($"{call.Unquoted} is not a .NET assembly.");
        }
    }
}
