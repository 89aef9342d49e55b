namespace Workbook.Data;

/// <summary>One file of a data set, known by its hash.</summary>
/// <param name="Name">File name, the same at every mirror.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal.</param>
public sealed record SourceFile(string Name, long Bytes, string Sha256);
