using System.Globalization;

namespace Workbook.Figures;

/// <summary>What the numbers of an image become: shades or colours.</summary>
internal enum Tone { Unit, Stretched, Signed }

/// <summary>Bytes of pixels, row by row: grey (one channel) or RGB (three).</summary>
internal sealed class Raster(int width, int height, int channels)
{
    private const byte Paper = 255;
    private static readonly (double At, double Red, double Green, double Blue)[] SignedStops = [.. Palette.Signed.Select(stop => (stop.At, Part(stop.Colour, 1), Part(stop.Colour, 3), Part(stop.Colour, 5)))];
    private readonly byte[] samples = Enumerable.Repeat(Paper, width * height * channels).ToArray();

    public int Width => width;
    public int Height => height;

    public byte[] ToPng() => Png.Encode(samples, width, height, channels);

    /// <summary>Puts an image of <paramref name="imageHeight"/> × <paramref name="imageWidth"/> numbers at a place, each pixel as a square of <paramref name="scale"/>.</summary>
    public void Draw(float[] image, int imageHeight, int imageWidth, int top, int left, int scale, Tone tone, Extent range)
    {
        Span<byte> colour = stackalloc byte[channels];
        for (var row = 0; row < imageHeight * scale; row++)
            for (var column = 0; column < imageWidth * scale; column++)
            {
                var value = image[row / scale * imageWidth + column / scale];
                if (tone == Tone.Signed) SignedColour(value, range.High, colour);
                else colour.Fill(Shade(value, range));
                colour.CopyTo(samples.AsSpan(((top + row) * width + left + column) * channels));
            }
    }

    private static byte Shade(float value, Extent range) => (byte)Math.Round(255 * Math.Clamp(range.Size > 0 ? (value - range.Low) / range.Size : 0.5, 0, 1));

    private static void SignedColour(float value, double most, Span<byte> colour)
    {
        var at = most > 0 ? Math.Clamp((value / most + 1) / 2, 0, 1) : 0.5;
        var next = Math.Max(1, Array.FindIndex(SignedStops, stop => stop.At >= at));
        var (low, high) = (SignedStops[next - 1], SignedStops[next]);
        var t = (at - low.At) / (high.At - low.At);
        colour[0] = (byte)Math.Round(double.Lerp(low.Red, high.Red, t));
        colour[1] = (byte)Math.Round(double.Lerp(low.Green, high.Green, t));
        colour[2] = (byte)Math.Round(double.Lerp(low.Blue, high.Blue, t));
    }

    private static double Part(string colour, int from) => int.Parse(colour.AsSpan(from, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
