using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Cartoon faces with eight factors known, and distractors of the same brightness, 19 by 19 grey pixels: 0 is black, 1 is white.</summary>
/// <remarks>
/// Every distractor is given the mean and the deviation of a face that is drawn for this alone, so that neither brightness nor contrast
/// tells the two apart. Picture i of a seed is the same whatever else is drawn with it, and on however many threads.
/// </remarks>
public static class Faces
{
    /// <summary>Rows, and columns, of a picture in pixels: those of <see cref="Cbcl"/>.</summary>
    public const int Side = Cbcl.Side;

    /// <summary>The share of faces in <see cref="Load"/>: as in CBCL, and as in the test set of Le et al. (2012).</summary>
    public const double Share = 0.35;

    private const int Size = Side * Side;
    private const double Grain = 0.02, Fill = 1.1;                                  // noise of a pixel; half the head's height in half-pictures

    /// <summary>Faces (class 1) among distractors of every kind (class 0), mixed.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="train">How many pictures to learn from.</param>
    /// <param name="test">How many are held out.</param>
    /// <param name="seed">Another seed, other pictures.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is not positive or is above two million.</exception>
    public static ImageSet Load(Device? device = null, int train = 4000, int test = 3000, long seed = 1)
    {
        return new(nameof(Faces), Side, Side, Part(0, train), Part(train, test), FaceSets.Classes);

        LabelledImages Part(int first, int count)
        {
            RequireCount(count);
            var kinds = Enumerable.Range(first, count).Select(i => KindOf(new SplitMix(seed, 3L * i))).ToArray();
            var pixels = Painted(count, i => kinds[i], i => FactorsOf(seed, first + i), seed, first);
            return IdxImages.Labelled(pixels, Array.ConvertAll(kinds, kind => (byte)(kind is null ? 1 : 0)), Size, device);
        }
    }

    /// <summary>Faces with factors drawn at random, and the factors.</summary>
    /// <param name="count">How many: N.</param>
    /// <param name="seed">Another seed, other faces.</param>
    /// <param name="first">Number of the first.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive or is above two million.</exception>
    public static FaceSample Sample(int count, long seed = 1, int first = 0, Device? device = null)
    {
        RequireCount(count);
        var factors = Enumerable.Range(first, count).Select(i => FactorsOf(seed, i)).ToArray();
        var values = factors.SelectMany(each => each.Values).Select(value => (float)value).ToArray();
        return new(Pictures(Painted(count, _ => null, i => factors[i], seed, first), count, device),
            tensor(values, [count, FaceFactors.Names.Count], device: device));
    }

    /// <summary>Faces with the factors asked for: vary one and keep the others to see what it does.</summary>
    /// <param name="factors">One for each picture.</param>
    /// <param name="seed">Whose faces; another seed, other people.</param>
    /// <param name="steady">Whether all are the same person's, so that they differ by their factors only.</param>
    /// <param name="device">Where the tensor lives; the CPU unless given.</param>
    /// <returns>(N, 361), float32, pixels in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A factor is out of its range, or there are no pictures or too many.</exception>
    public static Tensor Draw(IReadOnlyList<FaceFactors> factors, long seed = 1, bool steady = false, Device? device = null)
    {
        foreach (var each in factors) each.Require();
        RequireCount(factors.Count);
        return Pictures(Painted(factors.Count, _ => null, i => factors[i], seed, 0, steady), factors.Count, device);
    }

    /// <summary>Distractors of one kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="count">How many: N.</param>
    /// <param name="seed">Another seed, other pictures.</param>
    /// <param name="device">Where the tensor lives; the CPU unless given.</param>
    /// <returns>(N, 361), float32, pixels in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind does not exist, or the count is not positive or is above two million.</exception>
    public static Tensor Distractors(DistractorKind kind, int count, long seed = 1, Device? device = null)
    {
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected one of the four kinds.");
        RequireCount(count);
        return Pictures(Painted(count, _ => kind, i => FactorsOf(seed, i), seed, 0), count, device);
    }

    /// <summary>The pixels, one picture after the other; each from streams of its own, so that threads do not matter. No kind is a face.</summary>
    internal static byte[] Painted(
        int count, Func<int, DistractorKind?> kind, Func<int, FaceFactors> factors, long seed, int first, bool steady = false, int threads = -1)
    {
        var pixels = new byte[count * Size];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            Span<double> picture = stackalloc double[Size];
            var random = new SplitMix(seed, 3L * (steady ? first : first + i) + 2);
            Paint(kind(i), factors(i), ref random, picture);
            for (var k = 0; k < Size; k++) pixels[i * Size + k] = (byte)(255 * Math.Clamp(picture[k] + random.Normal(0, Grain), 0, 1) + 0.5);
        });
        return pixels;
    }

    private static void Paint(DistractorKind? kind, FaceFactors factors, ref SplitMix random, Span<double> picture)
    {
        var who = Countenance.Drawn(ref random);
        Paint(factors, new Portrait(factors, who, scrambled: false, ref random), picture);
        if (kind is null) return;
        Span<double> face = stackalloc double[Size];
        picture.CopyTo(face);
        if (kind is DistractorKind.ScrambledFace) Paint(factors, new Portrait(factors, who, scrambled: true, ref random), picture);
        else Canvas.Paint(Distraction.Drawn(kind.Value, ref random), picture, Side);
        Canvas.Match(picture, face);
    }

    private static void Paint(FaceFactors factors, Portrait portrait, Span<double> picture)
    {
        var (scale, middle) = (1 / (Fill * factors.Size), new Point(2 * factors.X / Side, 2 * factors.Y / Side));
        Canvas.Paint(point => portrait.At((point - middle) * scale), picture, Side);
    }

    private static FaceFactors FactorsOf(long seed, int picture)
    {
        var random = new SplitMix(seed, 3L * picture + 1);
        return FaceFactors.Drawn(ref random);
    }

    private static DistractorKind? KindOf(SplitMix random) => random.Uniform() < Share ? null : (DistractorKind)random.Below(4);

    private static Tensor Pictures(byte[] pixels, int count, Device? device)
    {
        using var labelled = IdxImages.Labelled(pixels, new byte[count], Size, device);
        return labelled.Images.alias();
    }

    private static void RequireCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 2_000_000);
    }
}
