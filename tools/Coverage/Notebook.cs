namespace Workbook.Coverage;

/// <summary>A notebook as the checks see it: its name, its number and its cells.</summary>
public sealed record Notebook(string Path, IReadOnlyList<Cell> Cells)
{
    /// <summary>The file's name without its ending, such as <c>01-autoencoders</c>.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The two digits its name begins with.</summary>
    public string Number => Name[..2];

    /// <summary>The cells that are run.</summary>
    public IEnumerable<Cell> Code => Cells.Where(cell => cell.IsCode);

    /// <summary>The cells that are read.</summary>
    public IEnumerable<Cell> Prose => Cells.Where(cell => cell.IsProse);

    /// <summary>Reads an <c>.ipynb</c> file.</summary>
    /// <exception cref="InvalidDataException">The file is no notebook.</exception>
    public static Notebook Read(string path) => new(path, [.. Kernel.Notebooks.Notebook.Read(path).Cells.Select((cell, index) => new Cell(index + 1, cell))]);

    /// <summary>The notebooks of a folder, in reading order.</summary>
    public static IReadOnlyList<Notebook> All(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(Read)]
        : [];
}
