using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Workbook.Figures;

/// <summary>Writes pixels as a PNG file: 8 bits per sample, grey, RGB or indexed. .NET has no portable encoder of its own.</summary>
/// <remarks>
/// W3C, "Portable Network Graphics (PNG) Specification (Third Edition)": chunks §5, compression §10, CRC Annex D. No filter (§9) is used:
/// over all pictures of the notebooks the five, chosen line by line, make files that are 1 % larger.
/// </remarks>
internal static class Png
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => CrcOfByte((uint)n))];

    private const byte Grey = 0, Colour = 2, Indexed = 3;       // colour types

    /// <summary>The file; samples lie row by row, <paramref name="channels"/> bytes a pixel (1: grey, 3: RGB).</summary>
    public static byte[] Encode(ReadOnlySpan<byte> samples, int width, int height, int channels) => File(width, height, channels == 1 ? Grey : Colour, [], samples);

    /// <summary>The file of an image with at most 256 colours: one byte a pixel, the number of its colour; the colours as red, green, blue.</summary>
    public static byte[] EncodeIndexed(ReadOnlySpan<byte> numbers, ReadOnlySpan<byte> colours, int width, int height) => File(width, height, Indexed, colours, numbers);

    private static byte[] File(int width, int height, byte colourType, ReadOnlySpan<byte> colours, ReadOnlySpan<byte> samples)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, colourType);
        Chunk(file, "IHDR", header);
        if (!colours.IsEmpty) Chunk(file, "PLTE", colours);
        Chunk(file, "IDAT", Compress(samples, samples.Length / height));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> samples, int rowLength)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (; !samples.IsEmpty; samples = samples[rowLength..])
            {
                zlib.WriteByte(0);                              // no filter
                zlib.Write(samples[..rowLength]);
            }
        return compressed.ToArray();
    }

    private static void Chunk(Stream file, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. content];
        file.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~typed.Aggregate(uint.MaxValue, (crc, value) => CrcTable[(byte)(crc ^ value)] ^ (crc >> 8)));
        file.Write(number);
    }

    private static uint CrcOfByte(uint n)
    {
        for (var bit = 0; bit < 8; bit++)
            n = (n & 1) == 1 ? 0xEDB88320 ^ (n >> 1) : n >> 1;
        return n;
    }
}
