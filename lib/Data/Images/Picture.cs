using System.Buffers.Binary;
using System.IO.Hashing;
using StbImageSharp;

namespace Workbook.Data;

/// <summary>A PNG or JPEG picture as grey numbers in [0, 1], row by row: 0.299 R + 0.587 G + 0.114 B, over white where it is transparent.</summary>
/// <remarks>
/// Decoded by StbImageSharp: managed code alone, in the public domain or under MIT, so nothing native has to be found by a notebook, a
/// test or a program. (SkiaSharp brings 75 MB of native libraries for each system; ImageSharp 2 has known flaws with crafted files, and 3
/// a paid licence.) It looks at no checksum, tries to fill any size a damaged header asks for, and reads on for ever behind the end of a
/// damaged JPEG: <see cref="Decode"/> looks after all three.
/// The turn that a camera notes in a JPEG is not carried out.
/// </remarks>
internal sealed record Picture(int Height, int Width, float[] Grey)
{
    private const long MostPixels = 100_000_000;
    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Decodes a file.</summary>
    /// <exception cref="InvalidDataException">It is no picture, a damaged one, or too large; the message lacks the name of the file.</exception>
    public static Picture Decode(byte[] file)
    {
        if (file.AsSpan().StartsWith(PngMark)) RequireWholePng(file);
        else if (file is [0xFF, 0xD8, 0xFF, ..]) RequireWholeJpeg(file);
        else throw new InvalidDataException(file.Length == 0 ? "expected a PNG or JPEG image, found an empty file"
            : $"expected a PNG or JPEG image, found a file that begins with {Convert.ToHexString(file.AsSpan(0, Math.Min(4, file.Length)))}");
        try
        {
            if (ImageInfo.FromStream(new Ending(file)) is not { Width: > 0, Height: > 0 } size) throw new InvalidDataException("no size");
            if ((long)size.Width * size.Height > MostPixels) throw new InvalidDataException($"more than {MostPixels / 1_000_000} million pixels, {size.Height} × {size.Width}");
            return From(ImageResult.FromStream(new Ending(file), ColorComponents.RedGreenBlueAlpha));
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            throw new InvalidDataException($"expected a whole image, found damage ({damage.Message.TrimEnd('.')})", damage);
        }
    }

    /// <summary>The picture in another size, stretched if the sides are in another proportion: a new pixel is the mean of the area it covers.</summary>
    public Picture Resized(int height, int width)
    {
        if ((height, width) == (Height, Width)) return this;
        var (rows, columns) = (Covered.All(Height, height), Covered.All(Width, width));
        var narrow = new float[Height * width];
        for (var i = 0; i < Height; i++)
            for (var j = 0; j < width; j++) narrow[i * width + j] = columns[j].Mean(Grey, i * Width, 1);
        var grey = new float[height * width];
        for (var i = 0; i < height; i++)
            for (var j = 0; j < width; j++) grey[i * width + j] = rows[i].Mean(narrow, j, width);
        return new(height, width, grey);
    }

    private static Picture From(ImageResult image)
    {
        var grey = new float[image.Width * image.Height];
        for (var i = 0; i < grey.Length; i++)
        {
            var rgba = image.Data.AsSpan(4 * i, 4);
            var light = (299 * rgba[0] + 587 * rgba[1] + 114 * rgba[2]) / 255_000f;
            grey[i] = 1 - (1 - light) * (rgba[3] / 255f);
        }
        return new(image.Height, image.Width, grey);
    }

    /// <summary>A PNG is a row of chunks: length, name, data and a CRC-32 of name and data; the last is IEND.</summary>
    private static void RequireWholePng(ReadOnlySpan<byte> file)
    {
        for (var rest = file[PngMark.Length..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12) break;
            var named = rest.Slice(4, 4 + (int)length);
            if (Crc32.HashToUInt32(named) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..])) throw new InvalidDataException("expected a whole PNG, found a wrong checksum");
            if (named.StartsWith("IEND"u8)) return;
            rest = rest[(12 + (int)length)..];
        }
        throw new InvalidDataException("expected a whole PNG, found its end too early");
    }

    /// <summary>A JPEG ends in FF D9; one inside a thumbnail, before the scan begins, does not count.</summary>
    private static void RequireWholeJpeg(ReadOnlySpan<byte> file)
    {
        if (file.LastIndexOf<byte>([0xFF, 0xD9]) < file.LastIndexOf<byte>([0xFF, 0xDA])) throw new InvalidDataException("expected a whole JPEG, found its end too early");
    }

    /// <summary>The old pixels that a new one covers along one side, the first and the last in part.</summary>
    private readonly record struct Covered(int First, float[] Shares)
    {
        public static Covered[] All(int old, int size) => [.. Enumerable.Range(0, size).Select(i => Of((double)i * old / size, (double)(i + 1) * old / size, old))];

        public float Mean(float[] values, int start, int step)
        {
            var sum = 0f;
            for (var k = 0; k < Shares.Length; k++) sum += Shares[k] * values[start + (First + k) * step];
            return Math.Clamp(sum, 0, 1);
        }

        private static Covered Of(double from, double to, int old)
        {
            var (first, last) = ((int)Math.Floor(from + 1e-9), Math.Min((int)Math.Ceiling(to - 1e-9), old));
            return new(first, [.. Enumerable.Range(first, last - first).Select(k => (float)((Math.Min(k + 1, to) - Math.Max(k, from)) / (to - from)))]);
        }
    }

    /// <summary>A file in memory that throws where it ends.</summary>
    private sealed class Ending(byte[] file) : MemoryStream(file, writable: false)
    {
        public override int ReadByte() => base.ReadByte() is >= 0 and var value ? value : throw new EndOfStreamException("it ends too early");

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is var read && (read > 0 || count == 0) ? read : throw new EndOfStreamException("it ends too early");
    }
}
