using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>A real data set: what it is, who may use it, where it is had and how it is recognised.</summary>
/// <param name="Name">Name of its folder: <c>mnist</c>.</param>
/// <param name="Title">Name for people: MNIST.</param>
/// <param name="About">What it holds, in one sentence.</param>
/// <param name="Licence">Under which terms; "not stated" where nobody says.</param>
/// <param name="Mirrors">Public folders that hold the files, in the order in which they are tried; ends in a slash.</param>
/// <param name="Files">The files.</param>
public sealed record Source(
    string Name, string Title, string About, string Licence, ImmutableArray<Uri> Mirrors, ImmutableArray<SourceFile> Files);

/// <summary>One file of a data set, known by its hash.</summary>
/// <param name="Name">File name, the same at every mirror.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal.</param>
public sealed record SourceFile(string Name, long Bytes, string Sha256);
