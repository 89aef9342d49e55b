using System.IO.Compression;
using System.IO.Hashing;

namespace Workbook.Training;

/// <summary>Named parts of a file, as they were written or not at all: a zip keeps a checksum of each, which .NET leaves to its reader to compare.</summary>
internal static class ZipParts
{
    private const int Buffer = 1 << 20;                 // tensors come in thousands of small pieces, each of which costs a zip some microseconds

    /// <summary>Writes one part, not compressed: numbers of a network hardly shrink.</summary>
    public static void Write(ZipArchive zip, string name, Action<BinaryWriter> write)
    {
        using var writer = new BinaryWriter(new BufferedStream(zip.CreateEntry(name, CompressionLevel.NoCompression).Open(), Buffer));
        write(writer);
    }

    /// <summary>All parts of a file, by name.</summary>
    /// <exception cref="InvalidDataException">The file is no zip, or a part is not as it was written.</exception>
    public static Dictionary<string, byte[]> Read(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.Entries.ToDictionary(entry => entry.FullName, Bytes);
        }
        catch (Exception damage) when (damage is ArgumentException or EndOfStreamException or NotSupportedException or OverflowException)
        {
            throw new InvalidDataException(damage.Message, damage);
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        var bytes = new byte[checked((int)entry.Length)];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return Crc32.HashToUInt32(bytes) == entry.Crc32 ? bytes : throw new InvalidDataException($"part '{entry.FullName}' is damaged: its checksum is another");
    }
}
