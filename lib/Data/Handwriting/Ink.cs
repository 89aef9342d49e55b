namespace Workbook.Data;

/// <summary>Turns a line into pixels: 0 is paper, 255 is ink, and the edge of a stroke fades over a pixel or so.</summary>
internal static class Ink
{
    /// <summary>Covers every pixel by how deep it lies in the stroke: ½ + (w/2 − d)/s, cut to [0, 1], with d its distance to the line.</summary>
    public static void Spill(InkLine line, Span<byte> pixels, int side)
    {
        Span<float> cover = stackalloc float[pixels.Length];
        cover.Clear();
        foreach (var piece in line.Pieces) Spill(piece, line.Softness, side, cover);
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(255 * cover[i] + 0.5f);
    }

    private static void Spill(in InkLine.Piece piece, double softness, int side, Span<float> cover)
    {
        var reach = (piece.Width + softness) / 2;
        var (left, right) = Range(piece.From.X, piece.To.X, reach, side);
        var (top, bottom) = Range(piece.From.Y, piece.To.Y, reach, side);
        for (var row = top; row <= bottom; row++)
            for (var column = left; column <= right; column++)
            {
                var depth = (reach - Distance(piece, new(column + 0.5, row + 0.5))) / softness;
                ref var pixel = ref cover[row * side + column];
                pixel = Math.Max(pixel, (float)Math.Min(depth, 1));
            }
    }

    /// <summary>The pixels whose middle may lie within reach of [a, b], in either order.</summary>
    private static (int First, int Last) Range(double a, double b, double reach, int side) =>
        (Math.Max(0, (int)(Math.Min(a, b) - reach)), Math.Min(side - 1, (int)(Math.Max(a, b) + reach)));

    private static double Distance(in InkLine.Piece piece, Point point)
    {
        var along = piece.To - piece.From;
        var offset = point - piece.From;
        var squared = along.X * along.X + along.Y * along.Y;
        var t = squared > 0 ? Math.Clamp((offset.X * along.X + offset.Y * along.Y) / squared, 0, 1) : 0;
        return (offset - along * t).Length;
    }
}
