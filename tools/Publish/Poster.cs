using Workbook.Figures;

namespace Workbook.Publish;

/// <summary>A picture with at most 256 colours: a third of the bytes, and for a figure no visible difference.</summary>
public sealed record Poster(int Width, int Height, byte[] Numbers, byte[] Colours)
{
    private const int Most = 256, Exact = 32;

    /// <summary>Keeps the commonest colours as they are (paper, ink, grid, series) and merges the others, shades at their edges, as few as need be: by their leading bits, each group into its mean.</summary>
    /// <param name="pixels">Red, green, blue, opacity of every pixel.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    public static Poster Of(ReadOnlySpan<byte> pixels, int width, int height)
    {
        var colours = new int[pixels.Length / 4];
        for (var i = 0; i < colours.Length; i++)
            colours[i] = (pixels[4 * i] << 16) | (pixels[4 * i + 1] << 8) | pixels[4 * i + 2];
        var counts = colours.CountBy(colour => colour).OrderByDescending(count => count.Value).ThenBy(count => count.Key).ToArray();
        for (var dropped = 0; ; dropped++)
        {
            var groups = counts.Select((count, rank) => (count.Key, count.Value, Group: rank < Exact ? (0, count.Key) : (1, Leading(count.Key, dropped)))).GroupBy(count => count.Group).ToArray();
            if (groups.Length > Most) continue;
            var numberOf = groups.SelectMany((group, number) => group.Select(count => (count.Key, number))).ToDictionary(pair => pair.Key, pair => (byte)pair.number);
            return new(width, height, [.. colours.Select(colour => numberOf[colour])], [.. groups.SelectMany(group => Mean([.. group.Select(count => (count.Key, count.Value))]))]);
        }
    }

    /// <summary>The picture as a PNG file.</summary>
    public byte[] ToPng() => Png.EncodeIndexed(Numbers, Colours, Width, Height);

    private static int Leading(int colour, int dropped) => ((colour >> 16 >> dropped) << 16) | (((colour >> 8 & 255) >> dropped) << 8) | ((colour & 255) >> dropped);

    private static byte[] Mean((int Colour, int Count)[] group)
    {
        double total = group.Sum(member => member.Count);
        return [.. new[] { 16, 8, 0 }.Select(shift => (byte)Math.Round(group.Sum(member => (member.Colour >> shift & 255) * (double)member.Count) / total))];
    }
}
