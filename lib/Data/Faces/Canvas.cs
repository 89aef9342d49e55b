namespace Workbook.Data;

/// <summary>Turns a function of the plane into pixels, and gives one picture the mean and the contrast of another.</summary>
internal static class Canvas
{
    private const int Samples = 2, Rounds = 8;

    /// <summary>Every pixel the mean of four points in it; the picture reaches from −1 to 1 both ways, y downwards.</summary>
    public static void Paint(Func<Point, double> grey, Span<double> pixels, int side)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < Samples * Samples; k++) sum += grey(new(Place(i % side, k % Samples), Place(i / side, k / Samples)));
            pixels[i] = sum / (Samples * Samples);
        }

        double Place(int pixel, int sample) => 2 * (pixel + (sample + 0.5) / Samples) / side - 1;
    }

    /// <summary>Stretches and shifts a picture until its mean and deviation within [0, 1] are those of the other; clipping makes it a few rounds.</summary>
    public static void Match(Span<double> pixels, ReadOnlySpan<double> other)
    {
        var (mean, deviation) = Moments(other);
        for (var round = 0; round < Rounds; round++)
        {
            var (now, has) = Moments(pixels);
            foreach (ref var pixel in pixels) pixel = Math.Clamp(mean + (pixel - now) * deviation / Math.Max(has, 1e-6), 0, 1);
        }
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> pixels)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var pixel in pixels) (sum, squares) = (sum + pixel, squares + pixel * pixel);
        var mean = sum / pixels.Length;
        return (mean, Math.Sqrt(Math.Max(0, squares / pixels.Length - mean * mean)));
    }
}
