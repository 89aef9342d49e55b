namespace Workbook.Kernel;

/// <summary>One use of a magic: its block, the cell or file it stands in, the folder that its paths are relative to, and the running cell.</summary>
internal sealed record MagicCall(CellBlock Block, string Source, string Folder, RunningCell Cell)
{
    /// <summary>What follows the name on its line.</summary>
    public string Argument => Block.Argument;

    /// <summary>The argument without its quotation marks.</summary>
    public string Unquoted => Argument.Trim().Trim('"');

    /// <summary>An error at the magic's line.</summary>
    public CellFailure Fail(string message)
    {
        var at = $"  at {Path.GetFileName(Source)}, line {Block.Line + 1}";
        var excerpt = Cell.Evaluator.Sources.Find(Source) is { } source ? Excerpt.Of(source, Block.Line) : [];
        return new(new("MagicError", message, [$"{Ansi.Red("MagicError")}: {message}", at, .. excerpt]));
    }
}
