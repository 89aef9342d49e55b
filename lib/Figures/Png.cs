using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Workbook.Figures;

/// <summary>Writes pixels as a PNG file: 8 bits per sample, grey or RGB. .NET has no portable encoder of its own.</summary>
/// <remarks>W3C, "Portable Network Graphics (PNG) Specification (Third Edition)": chunks §5, filters §9, compression §10, CRC Annex D.</remarks>
internal static class Png
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => CrcOfByte((uint)n))];

    private const byte Grey = 0, Colour = 2, Indexed = 3;       // colour types

    /// <summary>The file; samples lie row by row, <paramref name="channels"/> bytes a pixel (1: grey, 3: RGB).</summary>
    public static byte[] Encode(ReadOnlySpan<byte> samples, int width, int height, int channels) =>
        File(width, height, channels == 1 ? Grey : Colour, [], Compress(samples, width * channels, channels));

    /// <summary>The file of an image with at most 256 colours: one byte a pixel, the number of its colour; the colours as red, green, blue.</summary>
    public static byte[] EncodeIndexed(ReadOnlySpan<byte> numbers, ReadOnlySpan<byte> colours, int width, int height) =>
        File(width, height, Indexed, colours, Compress(numbers, width, 1, filters: 1));

    private static byte[] File(int width, int height, byte colourType, ReadOnlySpan<byte> colours, byte[] compressed)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, colourType);
        Chunk(file, "IHDR", header);
        if (!colours.IsEmpty) Chunk(file, "PLTE", colours);
        Chunk(file, "IDAT", compressed);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> samples, int rowLength, int pixelLength, int filters = 5)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            ReadOnlySpan<byte> above = new byte[rowLength];
            for (; !samples.IsEmpty; samples = samples[rowLength..])
            {
                zlib.Write(Smallest(samples[..rowLength], above, pixelLength, filters));
                above = samples[..rowLength];
            }
        }
        return compressed.ToArray();
    }

    /// <summary>Of the first so many filters, the one whose output, read as signed bytes, has the smallest sum of magnitudes (§12.7).</summary>
    private static byte[] Smallest(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int pixelLength, int filters)
    {
        var (best, least) = (Array.Empty<byte>(), long.MaxValue);
        for (byte filter = 0; filter < filters; filter++)
        {
            var line = new byte[row.Length + 1];
            line[0] = filter;
            var sum = 0L;
            for (var i = 0; i < row.Length; i++)
            {
                var (left, corner) = i < pixelLength ? ((byte)0, (byte)0) : (row[i - pixelLength], above[i - pixelLength]);
                line[i + 1] = (byte)(row[i] - Prediction(filter, left, above[i], corner));
                sum += Math.Abs((int)(sbyte)line[i + 1]);
            }
            if (sum < least) (best, least) = (line, sum);
        }
        return best;
    }

    private static int Prediction(byte filter, byte left, byte up, byte corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        _ => Paeth(left, up, corner),
    };

    private static byte Paeth(byte left, byte up, byte corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void Chunk(Stream file, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. content];
        file.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(typed));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint CrcOfByte(uint n)
    {
        for (var bit = 0; bit < 8; bit++)
            n = (n & 1) == 1 ? 0xEDB88320 ^ (n >> 1) : n >> 1;
        return n;
    }
}
