using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Workbook.Data;

/// <summary>A real data set: what it is, who may use it, where it is had and how it is recognised.</summary>
/// <remarks>A set that a person brought has one too: its name is the path it was read from, its licence "not stated", and it has no mirrors.</remarks>
/// <param name="Name">Name of its folder: <c>mnist</c>.</param>
/// <param name="Title">Name for people: MNIST.</param>
/// <param name="About">What it holds, in one sentence.</param>
/// <param name="Licence">Under which terms; "not stated" where nobody says.</param>
/// <param name="Mirrors">Public folders that hold the files, in the order in which they are tried; ends in a slash.</param>
/// <param name="Files">The files.</param>
public sealed record Source(
    string Name, string Title, string About, string Licence, ImmutableArray<Uri> Mirrors, ImmutableArray<SourceFile> Files)
{
    /// <summary>One number for all files: SHA-256 of their list as <c>sha256sum</c> prints it, "hash, two spaces, name" a line, in the order of <see cref="Files"/>.</summary>
    public string Fingerprint
    {
        get
        {
            var list = new StringBuilder();
            foreach (var file in Files) list.Append(file.Sha256).Append("  ").Append(file.Name).Append('\n');
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list.ToString())));
        }
    }

    /// <summary>An entry for what a person brought.</summary>
    internal static Source Own(string path, string about, IEnumerable<SourceFile> files) =>
        new(path, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), about, "not stated", [], [.. files]);

    /// <summary>What it is and where it came from, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Title}: {About} From {Name}, {Files.Length:N0} {(Files.Length == 1 ? "file" : "files")}, SHA-256 {Fingerprint}.");
}

/// <summary>One file of a data set, known by its hash.</summary>
/// <param name="Name">File name, the same at every mirror.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal.</param>
public sealed record SourceFile(string Name, long Bytes, string Sha256);
