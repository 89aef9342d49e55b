namespace Workbook.Data;

/// <summary>One figure on its paper, which is one unit wide and high: turned about its centre of mass, which lies at the place asked for.</summary>
/// <remarks>
/// All three have the area 4h², where h = 0.16 · scale, so that shape cannot be told by the amount of ink. The ellipse is twice as long as wide.
/// The heart is a square of side a, standing on a corner, with half a disc of diameter a on each upper side: a²(1 + π/4) = 4h².
/// </remarks>
internal readonly struct SpriteCanvas(int side, int shape, double scale, double angle, double x, double y, bool binary)
{
    private const double Half = 0.16, Margin = 1.6 * Half;       // the ellipse reaches 2√(2/π) = 1.596 half sides from its middle
    private const double Within = 0.72;                         // the notch of the heart, the nearest of all edges, is 0.727 h from its middle
    private const int Samples = 4;                              // each way within a pixel

    private static readonly double ellipse = Math.Sqrt(2 / Math.PI);                    // its shorter half axis, in units of h
    private static readonly double heart = 2 / Math.Sqrt(1 + Math.PI / 4);              // a, in units of h

    // The centre of mass above the square's middle: a half disc's lies 2a/3π beyond its side, and half discs are π/4 of the square.
    private static readonly double lift = heart / (2 * Math.Sqrt(2)) * (1 + 4 / (3 * Math.PI)) * (Math.PI / 4) / (1 + Math.PI / 4);

    private readonly double h = Half * scale, cos = Math.Cos(angle), sin = Math.Sin(angle);
    private readonly double centreX = Margin + (1 - 2 * Margin) * x, centreY = Margin + (1 - 2 * Margin) * y;

    /// <summary>The pixels, row by row from the top: 255 is ink.</summary>
    public void Draw(Span<byte> pixels)
    {
        pixels.Clear();
        var reach = 1.6 * h;
        var (left, right, bottom) = (Pixel(centreX - reach), Pixel(centreX + reach), Pixel(centreY + reach));
        for (var row = Pixel(centreY - reach); row <= bottom; row++)
            for (var column = left; column <= right; column++)
                pixels[row * side + column] = Grey(row, column);
    }

    private int Pixel(double place) => Math.Clamp((int)(place * side), 0, side - 1);

    private byte Grey(int row, int column)
    {
        var (dx, dy, corner) = ((column + 0.5) / side - centreX, (row + 0.5) / side - centreY, Math.Sqrt(0.5) / side);
        var distance = Math.Sqrt(dx * dx + dy * dy);
        if (distance + corner < Within * h) return 255;
        if (distance - corner > 1.6 * h) return 0;
        var inside = 0;
        for (var k = 0; k < Samples * Samples; k++)
            if (Covers((column + (k % Samples + 0.5) / Samples) / side - centreX, (row + (k / Samples + 0.5) / Samples) / side - centreY)) inside++;
        return binary ? (byte)(2 * inside >= Samples * Samples ? 255 : 0) : (byte)(255 * inside / (Samples * Samples));
    }

    // Turned back, measured in units of h, and upwards.
    private bool Covers(double dx, double dy)
    {
        var (right, up) = ((cos * dx - sin * dy) / h, -(sin * dx + cos * dy) / h);
        return shape switch
        {
            0 => Math.Abs(right) <= 1 && Math.Abs(up) <= 1,
            1 => right * right / 4 + up * up <= ellipse * ellipse,
            _ => InHeart(right, up + lift),
        };
    }

    // By the axes of the square that stands on its corner: u up to the right, v up to the left.
    private static bool InHeart(double right, double up)
    {
        var (u, v) = ((up + right) / Math.Sqrt(2), (up - right) / Math.Sqrt(2));
        var half = heart / 2;
        return Math.Max(Math.Abs(u), Math.Abs(v)) <= half || Disc(u - half, v) || Disc(u, v - half);

        static bool Disc(double a, double b) => a * a + b * b <= heart * heart / 4;
    }
}
