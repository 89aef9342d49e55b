using System.Security.Cryptography;
using Workbook.Display;

namespace Workbook.Data;

/// <summary>Where data sets are kept and looked for: the person's folder, then the workbook's own, then the network.</summary>
/// <remarks>No file is used whose SHA-256 is not the one expected.</remarks>
public sealed record Store
{
    /// <summary>The store of this machine: <c>$WORKBOOK_DATA</c>, then <c>data/</c>; the network unless <c>WORKBOOK_OFFLINE=1</c>.</summary>
    public static Store Default => new()
    {
        Given = Folders.Given(),
        Own = Folders.Own(),
        Online = Environment.GetEnvironmentVariable("WORKBOOK_OFFLINE") != "1",
    };

    /// <summary>A folder whose sub-folders are data sets, put there by a person: read, never written. Null when there is none.</summary>
    public string? Given { get; init; }

    /// <summary>The workbook's own folder of data sets, into which downloads go.</summary>
    public required string Own { get; init; }

    /// <summary>Whether what is found in neither folder may be downloaded. Default: yes.</summary>
    public bool Online { get; init; } = true;

    /// <summary>For how long all mirrors of a file together may be silent before they are given up. Default: 5 seconds, so that a notebook without network goes on.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The path of a file of a data set, its hash verified, downloaded if need be.</summary>
    /// <exception cref="MissingDataException">It is in neither folder and could not be downloaded.</exception>
    /// <exception cref="InvalidDataException">The person's copy, or every mirror's, has the wrong hash.</exception>
    /// <exception cref="OperationCanceledException">The download was stopped; nothing of it remains.</exception>
    public string Fetch(Source source, SourceFile file, CancellationToken cancellation = default)
    {
        if (Given is not null && Path.Combine(Given, source.Name, file.Name) is var given && File.Exists(given))
            return Hash(given) is var found && found == file.Sha256 ? given : throw new InvalidDataException(
                $"{given}: expected SHA-256 {file.Sha256}, found {found}: the file is not used; replace it, or move it away so that {source.Title} is looked for elsewhere.");
        var own = Path.Combine(Own, source.Name, file.Name);
        if (File.Exists(own))
        {
            if (Hash(own) is var found && found == file.Sha256) return own;
            new Sentence(SetAside(own, own, file, found)).Show();
        }
        if (!Online || source.Mirrors.IsEmpty) throw new MissingDataException(Wanted(source, file));
        new Download(source, file, own, Patience).Run(cancellation);
        return own;
    }

    /// <summary>Keeps a wrong file for inspection, out of the way, and says so in one sentence.</summary>
    internal static string SetAside(string wrong, string path, SourceFile file, string found)
    {
        var rejected = path + ".rejected";
        File.Move(wrong, rejected, overwrite: true);
        return $"{path}: expected SHA-256 {file.Sha256}, found {found}: it is kept aside as {Path.GetFileName(rejected)} and not used; delete it, or run again to download another copy.";
    }

    internal static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private string Wanted(Source source, SourceFile file)
    {
        var why = source.Mirrors.IsEmpty ? "it has no public mirror" : "downloading is switched off (WORKBOOK_OFFLINE=1)";
        return $"{source.Title} is not on this machine, and {why}: put {file.Name} and its companions, named in data/README.md, into {source.Name}/ under $WORKBOOK_DATA or data/.";
    }
}

/// <summary>A data set could not be had: it is in no folder, and no mirror gave it. The message is one sentence for people.</summary>
public sealed class MissingDataException(string message) : IOException(message);
