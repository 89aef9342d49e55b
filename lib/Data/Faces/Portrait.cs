namespace Workbook.Data;

/// <summary>A face as a function of the plane: the grey at any point of a head one unit high from its middle to its chin.</summary>
internal sealed class Portrait
{
    private const double Ink = 0.055;                                               // half the width of brows and lips
    private readonly FaceFactors factors;
    private readonly Countenance who;
    private readonly Point[] displaced;                                             // left and right eye with their brows, nose, mouth

    /// <summary>A face, or with <paramref name="scrambled"/> its parts anywhere in the head.</summary>
    public Portrait(FaceFactors factors, Countenance who, bool scrambled, ref SplitMix random)
    {
        (this.factors, this.who) = (factors, who);
        displaced = new Point[4];
        if (!scrambled) return;
        Span<long> order = stackalloc long[4];
        do random.Permute(order); while (order[0] + order[1] == 1);                // the eyes may not merely change places
        for (var i = 0; i < displaced.Length; i++) displaced[i] = Home((int)order[i]) - Home(i);
    }

    /// <summary>The grey at a point, 0 black and 1 white.</summary>
    public double At(Point point)
    {
        var (u, v) = (point.X / who.Width, point.Y);
        var radius = u * u + v * v;
        if (radius > 1) return who.Ground + who.Slope * point.X;
        var light = 1 + 0.3 * factors.Light * u - 0.12 * radius;                   // a ball lit from one side, darker to the edge
        if (v < -who.Hairline + 0.25 * u * u) return who.Hair * light;
        var skin = who.Skin * light;
        return skin * (1 - who.Depth * Darkness(new(u - 0.15 * factors.Pose * (1 - 0.5 * radius), v)));
    }

    /// <summary>How deep a point lies in one of the parts: 0 skin, 1 the darkest.</summary>
    private double Darkness(Point at)
    {
        var eyes = Math.Max(Eye(at - displaced[0] - Home(0), -1), Eye(at - displaced[1] - Home(1), 1));
        return Math.Max(eyes, Math.Max(Nose(at - displaced[2] - Home(2)), Mouth(at - displaced[3] - Home(3))));
    }

    /// <summary>Where a part belongs.</summary>
    private Point Home(int part) => part switch { 0 => new(-who.Spacing, -0.12), 1 => new(who.Spacing, -0.12), 2 => new(0, 0.12), _ => new(0, 0.55) };

    private double Eye(Point at, int side)
    {
        var brow = -0.26 - 0.08 * factors.Brows - 0.16 * Math.Min(factors.Brows, 0) * (at.X * side < 0 ? at.X * side / 0.2 : 0) + 0.2 * at.X * at.X;
        if (Math.Abs(at.X) < 0.26 && Math.Abs(at.Y - brow) < Ink) return 0.85;
        var height = 0.04 + 0.12 * factors.Eyes;
        var lid = at.X * at.X / (0.23 * 0.23) + at.Y * at.Y / (height * height);
        if (lid > 1) return 0;
        return at.X * at.X + at.Y * at.Y < 0.1 * 0.1 ? 1 : 0.45;
    }

    private double Nose(Point at)
    {
        var bridge = Math.Abs(at.Y) < 0.17 && Math.Abs(at.X - 0.06 * factors.Pose) < 0.05 ? 0.25 : 0;
        var tip = at.X * at.X / (0.17 * 0.17) + (at.Y - 0.16) * (at.Y - 0.16) / (0.05 * 0.05) < 1 ? 0.6 : 0;
        return Math.Max(bridge, tip);
    }

    private double Mouth(Point at)
    {
        var along = at.X / who.Lips;
        return Math.Abs(along) < 1 && Math.Abs(at.Y + 0.16 * factors.Mouth * (along * along - 0.4)) < 1.3 * Ink ? 0.9 : 0;
    }
}
