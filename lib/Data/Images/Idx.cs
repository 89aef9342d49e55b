using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;

namespace Workbook.Data;

/// <summary>Reads IDX files of unsigned bytes, plain or gzipped: the format of MNIST.</summary>
/// <remarks>Two zero bytes, the type of the items (0x08), the number of dimensions, each size as a big-endian 32-bit integer, then the items.</remarks>
public static class Idx
{
    private const int UnsignedByte = 0x08;
    private const string Cure = "replace it by a good copy";

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="InvalidDataException">The file is not IDX, is damaged, or is shorter or longer than its header says: one sentence, with what was expected, what was found and what to do.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IdxArray Read(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            var zipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            using Stream stream = zipped ? new GZipStream(file, CompressionMode.Decompress) : new BufferedStream(file);
            var dimensions = Header(stream);
            var items = Items(stream, dimensions);
            if (zipped) RequireTrailer(file, 4 + 4 * dimensions.Length + items.Length);
            return new(dimensions, items);
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{path}: {damage.Message.TrimEnd('.')}: {Cure}.", damage);
        }
    }

    private static ImmutableArray<int> Header(Stream stream)
    {
        Span<byte> magic = stackalloc byte[4];
        Fill(stream, magic);
        if (magic[0] != 0 || magic[1] != 0 || magic[2] != UnsignedByte || magic[3] == 0)
            throw new InvalidDataException($"expected an IDX file of unsigned bytes (first bytes 00 00 08 and the number of dimensions), found {Convert.ToHexString(magic)}");
        var sizes = new int[magic[3]];
        Span<byte> size = stackalloc byte[4];
        foreach (ref var value in sizes.AsSpan())
        {
            Fill(stream, size);
            value = BinaryPrimitives.ReadInt32BigEndian(size);
            if (value < 0) throw new InvalidDataException($"expected sizes below 2³¹, found {(uint)value}");
        }
        return [.. sizes];
    }

    private static byte[] Items(Stream stream, ImmutableArray<int> dimensions)
    {
        var count = dimensions.Aggregate((Int128)1, (product, size) => Int128.Min(product * size, int.MaxValue));
        if (count > Array.MaxLength) throw new InvalidDataException($"expected fewer than 2³¹ items, found a header of {string.Join(" × ", dimensions)}");
        var items = new byte[Math.Min((int)count, 1 << 20)];         // grows with what is really there: a damaged header cannot ask for memory
        var filled = 0;
        while (stream.ReadAtLeast(items.AsSpan(filled), items.Length - filled, throwOnEndOfStream: false) is var read)
        {
            filled += read;
            if (filled < items.Length) throw new InvalidDataException($"expected {count} items ({string.Join(" × ", dimensions)}), found {filled}");
            if (filled == count) break;
            Array.Resize(ref items, (int)Math.Min((long)count, 2L * items.Length));
        }
        if (stream.ReadByte() >= 0) throw new InvalidDataException($"expected {count} items ({string.Join(" × ", dimensions)}), found more");
        return items;
    }

    /// <summary>A gzip file ends in a checksum and the length of what it packs; GZipStream checks the first but lets both be missing.</summary>
    private static void RequireTrailer(FileStream file, long length)
    {
        Span<byte> trailer = stackalloc byte[4];
        file.Position = file.Length - trailer.Length;
        file.ReadExactly(trailer);
        if (BinaryPrimitives.ReadInt32LittleEndian(trailer) is var found && found != length)
            throw new InvalidDataException($"expected a gzip file that ends by saying it packs {length} bytes, found {found}");
    }

    private static void Fill(Stream stream, Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException("expected a header of four bytes and four more for each dimension, found the end of the file");
    }
}

/// <summary>What an IDX file holds: unsigned bytes in row-major order.</summary>
/// <param name="Dimensions">Sizes, the slowest first: (60000, 28, 28).</param>
/// <param name="Items">As many bytes as the product of the sizes.</param>
public sealed record IdxArray(ImmutableArray<int> Dimensions, byte[] Items);
