namespace Workbook.Kernel.Interactive.Magics;

/// <summary>A part of a cell: code (no magic), or what belongs to a magic.</summary>
/// <param name="Magic">Whose it is; null for code.</param>
/// <param name="Argument">The rest of the magic's line.</param>
/// <param name="Text">Code with everything else blanked out, so that lines and columns stay right; or a magic's body.</param>
/// <param name="Line">The magic's line, from 0.</param>
/// <param name="Language">The language of the code, or of the code around the magic.</param>
internal sealed record CellBlock(Magic? Magic, string Argument, string Text, int Line, CellLanguage Language);
