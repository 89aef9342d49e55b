namespace Workbook.Data;

/// <summary>Strokes, blobs and textures as functions of the plane, each point of the picture within ±1.</summary>
internal static class Distraction
{
    /// <summary>The grey at any point, on any scale: contrast is matched to a face's afterwards.</summary>
    public static Func<Point, double> Drawn(DistractorKind kind, ref SplitMix random) => kind switch
    {
        DistractorKind.Strokes => Strokes(ref random),
        DistractorKind.Blobs => Blobs(ref random),
        _ => Texture(ref random),
    };

    private static Func<Point, double> Strokes(ref SplitMix random)
    {
        var strokes = new (Point From, Point Along, double Width, double Grey)[2 + random.Below(4)];
        foreach (ref var stroke in strokes.AsSpan())
            stroke = (Anywhere(ref random), Anywhere(ref random) * 1.5, random.Uniform(0.06, 0.25), random.Uniform(-1, 1));
        var slope = random.Uniform(-0.3, 0.3);
        return point =>
        {
            var grey = slope * point.X;
            foreach (var (from, along, width, value) in strokes)
            {
                var offset = point - from;
                var t = Math.Clamp((offset.X * along.X + offset.Y * along.Y) / Math.Max(1e-6, along.Length * along.Length), -0.5, 0.5);
                if ((offset - along * t).Length < width) grey = value;
            }
            return grey;
        };
    }

    private static Func<Point, double> Blobs(ref SplitMix random)
    {
        var blobs = new (Point Middle, double Radius, double Grey)[3 + random.Below(5)];
        foreach (ref var blob in blobs.AsSpan()) blob = (Anywhere(ref random), random.Uniform(0.12, 0.5), random.Uniform(-1, 1));
        return point =>
        {
            var grey = 0.0;
            foreach (var (middle, radius, value) in blobs) grey += value / (1 + Math.Exp(12 * ((point - middle).Length / radius - 1)));
            return grey;
        };
    }

    private static Func<Point, double> Texture(ref SplitMix random)
    {
        var (first, second) = (Wave(ref random), Wave(ref random));
        return point => first(point) + second(point);
    }

    private static Func<Point, double> Wave(ref SplitMix random)
    {
        var (sin, cos) = Math.SinCos(random.Uniform(0, Math.PI));
        var (frequency, phase, strength) = (random.Uniform(1.5, 9), random.Uniform(0, 2 * Math.PI), random.Uniform(0.3, 1));
        return point => strength * Math.Sin(frequency * (cos * point.X + sin * point.Y) + phase);
    }

    private static Point Anywhere(ref SplitMix random) => new(random.Uniform(-1, 1), random.Uniform(-1, 1));
}

/// <summary>What <see cref="Faces"/> draws where there is no face.</summary>
public enum DistractorKind
{
    /// <summary>A few straight strokes, dark or light.</summary>
    Strokes,

    /// <summary>A few soft round patches.</summary>
    Blobs,

    /// <summary>A head whose eyes, brows, nose and mouth lie anywhere in it: all the parts, and no face.</summary>
    ScrambledFace,

    /// <summary>Waves in two directions.</summary>
    Texture,
}
