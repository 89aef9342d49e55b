using System.Buffers.Binary;
using System.IO.Hashing;
using System.IO.Compression;

namespace Workbook.Data.Tests;

/// <summary>Writes the plainest PNGs: 8 bits a sample, no filter.</summary>
internal static class PngWriter
{
    public const int Grey = 0, Rgb = 2, Rgba = 6;

    /// <param name="kind">PNG's colour type.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="samples">Row by row, channel by channel.</param>
    public static byte[] Png(int kind, int height, int width, params ReadOnlySpan<byte> samples)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)kind);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < height; row++)
            {
                zip.WriteByte(0);
                zip.Write(samples.Slice(row * samples.Length / height, samples.Length / height));
            }
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        name.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
