using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Workbook.Figures.Tests;

/// <summary>Reads the PNG files that tests look into: 8-bit grey, RGB or indexed, not interlaced. Written from the specification, not from the encoder.</summary>
internal sealed record PngReader(int Width, int Height, int Channels, byte[] Samples)
{
    public static PngReader Read(ReadOnlySpan<byte> file)
    {
        Assert.Equal([137, 80, 78, 71, 13, 10, 26, 10], file[..8].ToArray());
        using var packed = new MemoryStream();
        var (width, height, channels, colours) = (0, 0, 0, Array.Empty<byte>());
        for (var rest = file[8..]; !rest.IsEmpty;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            var type = Encoding.ASCII.GetString(rest[4..8]);
            var content = rest[8..(8 + length)];
            Assert.Equal(Crc(rest[4..(8 + length)]), BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..]));
            if (type == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                Assert.Equal(8, content[8]);
                channels = content[9] switch { 0 or 3 => 1, 2 => 3, var other => throw new InvalidDataException($"colour type {other}") };
            }
            if (type == "PLTE") colours = content.ToArray();
            if (type == "IDAT") packed.Write(content);
            rest = rest[(12 + length)..];
        }
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        Assert.Equal(height * (width * channels + 1), lines.Length);
        var samples = Unfilter(lines.ToArray(), width * channels, channels);
        return colours.Length == 0 ? new(width, height, channels, samples) : new(width, height, 3, [.. samples.SelectMany(number => colours[(3 * number)..(3 * number + 3)])]);
    }

    private static byte[] Unfilter(byte[] lines, int length, int step)
    {
        var samples = new byte[lines.Length / (length + 1) * length];
        for (var row = 0; row * length < samples.Length; row++)
            for (var i = 0; i < length; i++)
            {
                int at = row * length + i, a = i < step ? 0 : samples[at - step], b = row == 0 ? 0 : samples[at - length], c = i < step || row == 0 ? 0 : samples[at - length - step];
                var nearest = new[] { a, b, c }.MinBy(value => Math.Abs(a + b - c - value));
                var guess = lines[row * (length + 1)] switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, 4 => nearest, var other => throw new InvalidDataException($"filter {other}") };
                samples[at] = (byte)(lines[row * (length + 1) + 1 + i] + guess);
            }
        return samples;
    }

    /// <summary>Bit by bit: the definition, x³² + x²⁶ + … with all bits reversed.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var value in bytes)
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((((uint)value >> bit) ^ crc) & 1) * 0xEDB88320;
        return crc ^ 0xFFFFFFFF;
    }
}
