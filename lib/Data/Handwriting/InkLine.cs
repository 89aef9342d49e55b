using System.Runtime.InteropServices;

namespace Workbook.Data;

/// <summary>The line a hand has drawn: short straight pieces, each with the width of the pen there, in pixels.</summary>
internal sealed class InkLine
{
    private const int PiecesPerSpan = 10;
    private readonly List<Piece> pieces = [];

    /// <summary>A straight piece of the line and the width of the pen along it.</summary>
    internal readonly record struct Piece(Point From, Point To, double Width)
    {
        public double Length => (To - From).Length;
    }

    /// <summary>Width of the grey edge on either side, in pixels.</summary>
    public double Softness { get; private init; }

    public ReadOnlySpan<Piece> Pieces => CollectionsMarshal.AsSpan(pieces);

    /// <summary>Writes a digit on a page one unit high, then moves it to the middle of a square of <paramref name="side"/> pixels.</summary>
    public static InkLine Written(in HandwritingFactors factors, SplitMix random, int side)
    {
        var hand = Hand.Drawn(ref random);
        var line = new InkLine { Softness = hand.Softness };
        var roundness = factors.Style == HandStyle.Angular ? 0.3 : 1.0;
        foreach (var stroke in Skeletons.Of(factors.Digit, factors.Style))
            line.Add(Missed(stroke, hand, factors.Slant, ref random), stroke, roundness, hand, factors.Weight);
        line.FitInto(hand.Size - factors.Weight);
        line.Centre(side);
        return line;
    }

    /// <summary>Where the hand really went: the knots, each a little missed, on a page that is warped, slanted and turned.</summary>
    private static Point[] Missed(Skeletons.Stroke stroke, in Hand hand, double slant, ref SplitMix random)
    {
        var knots = stroke.Knots;
        var points = new Point[knots.Length];
        var shift = new Point(random.Normal(0, hand.Wobble), random.Normal(0, hand.Wobble));
        for (var i = 0; i < points.Length; i++)
        {
            var deviation = i == 0 || i == points.Length - 1 ? 1.6 * hand.Wobble : hand.Wobble;
            var (x, y) = (knots[i].X + random.Normal(0, deviation) - 0.5 + shift.X, knots[i].Y + random.Normal(0, deviation) - 0.5 + shift.Y);
            y += hand.Balance * (0.25 - y * y);
            x = hand.Width * x + hand.Lean * y * y - Math.Tan(slant) * y;
            points[i] = new Point(x, y).Turned(hand.Rotation);
        }
        return points;
    }

    /// <summary>Joins the points by cubic Hermite curves; at a corner, and at the ends, each curve leaves along its own chord.</summary>
    private void Add(Point[] points, Skeletons.Stroke stroke, double roundness, in Hand hand, double weight)
    {
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var chord = points[i + 1] - points[i];
            var leave = Direction(i) * (roundness * chord.Length);
            var arrive = Direction(i + 1) * (roundness * chord.Length);
            var from = points[i];
            for (var k = 1; k <= PiecesPerSpan; k++)
            {
                var t = (double)k / PiecesPerSpan;
                var to = Hermite(points[i], leave, points[i + 1], arrive, t);
                var turns = 0.35 * (i + t) + hand.Phase;
                pieces.Add(new(from, to, weight * (1 + hand.Swell * Math.Cos(2 * Math.PI * turns))));
                from = to;
            }

            Point Direction(int knot) => knot == 0 || knot == points.Length - 1 || stroke.Knots[knot].Corner
                ? chord.Unit
                : (points[knot + 1] - points[knot - 1]).Unit;
        }
    }

    private static Point Hermite(Point from, Point leave, Point to, Point arrive, double t)
    {
        var (t2, t3) = (t * t, t * t * t);
        return from * (2 * t3 - 3 * t2 + 1) + leave * (t3 - 2 * t2 + t) + to * (3 * t2 - 2 * t3) + arrive * (t3 - t2);
    }

    /// <summary>Scales the line so that the longer side of its bounding box is <paramref name="size"/> pixels.</summary>
    private void FitInto(double size)
    {
        var (low, high) = (pieces[0].From, pieces[0].From);
        foreach (var piece in pieces)
        {
            low = new(Math.Min(low.X, piece.To.X), Math.Min(low.Y, piece.To.Y));
            high = new(Math.Max(high.X, piece.To.X), Math.Max(high.Y, piece.To.Y));
        }
        var scale = size / Math.Max(high.X - low.X, high.Y - low.Y);
        Move(point => point * scale);
    }

    /// <summary>Moves the line so that its centre of mass, ink counted by length and width, lies in the middle of the square, as in MNIST.</summary>
    private void Centre(int side)
    {
        var (mass, moment) = (0.0, new Point(0, 0));
        foreach (var piece in pieces)
        {
            var ink = piece.Length * piece.Width;
            mass += ink;
            moment += (piece.From + piece.To) * (0.5 * ink);
        }
        var shift = new Point(side / 2.0, side / 2.0) - moment * (1 / mass);
        Move(point => point + shift);
    }

    private void Move(Func<Point, Point> motion)
    {
        foreach (ref var piece in CollectionsMarshal.AsSpan(pieces))
            piece = new(motion(piece.From), motion(piece.To), piece.Width);
    }
}
