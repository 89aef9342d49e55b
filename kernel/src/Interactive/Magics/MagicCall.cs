namespace Workbook.Kernel.Interactive.Magics;

/// <summary>One use of a magic: its block, the cell or file it stands in, the folder that its paths are relative to, and the running cell.</summary>
internal sealed record MagicCall(CellBlock Block, string Source, string Folder, RunningCell Cell)
{
    private const int Deepest = 20;

    /// <summary>What follows the name on its line.</summary>
    public string Argument => Block.Argument;

    /// <summary>The argument without its quotation marks.</summary>
    public string Unquoted => Argument.Trim().Trim('"');

    /// <summary>The full path of the file that the argument names.</summary>
    /// <exception cref="CellFailure">There is none.</exception>
    public string Existing()
    {
        var path = Path.GetFullPath(Unquoted.Length == 0 ? "." : Unquoted, Folder);
        return File.Exists(path) ? path : throw Fail($"There is no file {Unquoted} in {Path.GetFileName(Folder)}/.");
    }

    /// <summary>Runs a file's text as if it were a cell, in the language that its ending tells, else in <paramref name="otherwise"/>.</summary>
    /// <exception cref="CellFailure">It runs itself.</exception>
    public MimeBundle? RunFile(string text, string path, CellLanguage? otherwise)
    {
        if (Cell.LoadDepth == Deepest) throw Fail($"{Unquoted} loads itself.");
        var language = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".fs" or ".fsx" => "fsharp",
            ".cs" or ".csx" => null,
            _ => otherwise == CellLanguage.FSharp ? "fsharp" : null,
        };
        return Cell.Run(text, Path.GetFileName(path), Path.GetDirectoryName(path)!, language);
    }

    /// <summary>An error at the magic's line.</summary>
    public CellFailure Fail(string message)
    {
        var at = $"  at {Path.GetFileName(Source)}, line {Block.Line + 1}";
        var excerpt = Cell.Evaluator.Sources.Find(Source) is { } source ? Excerpt.Of(source, Block.Line) : [];
        return new(new("MagicError", message, [$"{Ansi.Red("MagicError")}: {message}", at, .. excerpt]));
    }
}
