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

/// <summary><c>#!import FILE</c>: runs a notebook's code cells, or a source file, in this session.</summary>
internal sealed class ImportMagic : Magic
{
    public override string Name => "#!import";
    public override string Help => "#!import FILE runs a notebook (.ipynb, .dib) or a source file (.cs, .csx, .fs, .fsx) in this session";

    public override MimeBundle? Run(MagicCall call)
    {
        var path = call.Existing();
        var name = Path.GetFileName(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".ipynb" or DibFile.Ending:
                RunCells(call, path);
                return null;
            case ".cs" or ".csx" or ".fs" or ".fsx":
                return call.RunFile(File.ReadAllText(path), path, null);
            default:
                throw call.Fail($"{name} is neither a notebook (.ipynb, .dib) nor a source file (.cs, .csx, .fs, .fsx).");
        }
    }

    /// <summary>Runs the code cells of a notebook one after the other.</summary>
    /// <exception cref="CellFailure">It is no notebook, or one of its cells fails.</exception>
    public static void RunCells(MagicCall call, string path)
    {
        try
        {
            var cells = Notebook.Read(path).Cells;
            for (var i = 0; i < cells.Count; i++)
                if (cells[i].IsCode && call.Cell.Run(cells[i].Source, $"{Path.GetFileName(path)}, cell {i + 1}", Path.GetDirectoryName(path)!, cells[i].Language) is { } value)
                    call.Cell.Show(value);
        }
        catch (InvalidDataException problem)
        {
            throw call.Fail(problem.Message);
        }
    }
}
