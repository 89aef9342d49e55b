using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Workbook.Figures;

namespace Workbook.Data.Tests;

/// <summary>The pictures in data/ are what the generator draws today; <c>WORKBOOK_RECORD=1</c> draws them anew.</summary>
public sealed class HandwritingPicturesTests
{
    private const int Side = Handwriting.Side, Size = Side * Side;

    [Fact]
    public void The_hundred_digits_in_the_data_folder_are_those_drawn_today()
    {
        var factors = Handwriting.Factors(1000, seed: 1, first: 0);
        var pictures = factors.Zip(Handwriting.Drawn(factors, seed: 1, first: 0).Chunk(Size)).ToLookup(each => each.First.Digit, each => each.Second);
        Compare("handwriting.png", Grid(Enumerable.Range(0, 10).SelectMany(digit => pictures[digit].Take(10))));
    }

    [Fact]
    public void The_four_factors_in_the_data_folder_are_those_drawn_today()
    {
        var three = new HandwritingFactors(Digit: 3, Slant: 0, Weight: 2.4, HandStyle.Plain);
        var steps = Enumerable.Range(0, 10).Select(i => i / 9.0).ToList();
        HandwritingFactors[] factors =
        [
            .. steps.Select(step => three with { Slant = -0.5 + 1.3 * step }),
            .. steps.Select(step => three with { Weight = 1.2 + 3.2 * step }),
            .. from style in Enum.GetValues<HandStyle>() from digit in Enumerable.Range(0, 10) select three with { Digit = digit, Style = style },
        ];
        var grid = Grid(Handwriting.Drawn(factors, seed: 4, first: 0, steady: true).Chunk(Size));
        Compare("handwriting-factors.png", grid.RowCaptions("slant", "weight", "plain", "angular", "looped", "barred"));
    }

    private static ImageGrid Grid(IEnumerable<byte[]> pictures) =>
        ImageGrid.Grey(pictures.SelectMany(picture => picture).Select(pixel => 1 - pixel / 255f), Side, Side).Scaled(2);

    /// <summary>Rounding may differ from one processor to another, so a pixel in a thousand may differ.</summary>
    private static void Compare(string name, ImageGrid grid)
    {
        var path = Path.Combine(Folders.Own(), name);
        if (Environment.GetEnvironmentVariable("WORKBOOK_RECORD") == "1") File.WriteAllBytes(path, grid.ToPng());
        var (recorded, today) = (Samples(File.ReadAllBytes(path)), Samples(grid.ToPng()));
        Assert.Equal(recorded.Length, today.Length);
        Assert.InRange(recorded.Zip(today).Count(pair => pair.First != pair.Second), 0, recorded.Length / 1000);
    }

    private static byte[] Samples(byte[] png)
    {
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT") packed.Write(png, at + 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)));
        packed.Position = 0;
        using var samples = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress)) zlib.CopyTo(samples);
        return samples.ToArray();
    }
}
