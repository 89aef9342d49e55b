using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Digits drawn by strokes of a pen, 28 by 28 pixels, with the truth known: digit, slant, weight and style.</summary>
/// <remarks>
/// A skeleton for each digit and style is distorted as hands do, slanted, joined by smooth curves, and inked with a pen whose width
/// swells along the stroke. As in MNIST the longer side is at most 20 pixels and the centre of mass lies in the middle. Digit i of a
/// seed is the same whatever else is drawn with it, and on however many threads.
/// </remarks>
public static class Handwriting
{
    /// <summary>Rows, and columns, of a picture in pixels.</summary>
    public const int Side = 28;

    private const int Size = Side * Side;

    /// <summary>A data set like MNIST. Its pictures are those of <see cref="Sample"/> with the same seed, the held-out ones following the others.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="train">How many pictures to learn from.</param>
    /// <param name="test">How many are held out.</param>
    /// <param name="seed">Another seed, other pictures.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is not positive or is above two million.</exception>
    public static ImageSet Load(Device? device = null, int train = 60_000, int test = 10_000, long seed = 1)
    {
        return new("Handwriting", Side, Side, Part(0, train), Part(train, test));

        LabelledImages Part(int first, int count)
        {
            var factors = Factors(count, seed, first);
            return IdxImages.Labelled(Drawn(factors, seed, first), Array.ConvertAll(factors, each => (byte)each.Digit), Size, device);
        }
    }

    /// <summary>Pictures with factors drawn at random, and the factors.</summary>
    /// <param name="count">How many: N.</param>
    /// <param name="seed">Another seed, other pictures.</param>
    /// <param name="first">Number of the first: pictures 60,000 and on are those that <see cref="Load"/> holds out.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive or is above two million.</exception>
    public static HandwritingSample Sample(int count, long seed = 1, int first = 0, Device? device = null)
    {
        var factors = Factors(count, seed, first);
        var (images, digit) = IdxImages.Labelled(Drawn(factors, seed, first), Array.ConvertAll(factors, each => (byte)each.Digit), Size, device);
        return new(images, digit,
            tensor(Array.ConvertAll(factors, each => (float)each.Slant), device: device),
            tensor(Array.ConvertAll(factors, each => (float)each.Weight), device: device),
            tensor(Array.ConvertAll(factors, each => (long)each.Style), device: device));
    }

    /// <summary>Pictures with the factors asked for: vary one and keep the others to see what it does.</summary>
    /// <param name="factors">One for each picture.</param>
    /// <param name="seed">How the hand shakes; another seed, another hand.</param>
    /// <param name="steady">Whether every picture is drawn by the same hand, so that they differ by their factors only.</param>
    /// <param name="device">Where the tensor lives; the CPU unless given.</param>
    /// <returns>(N, 784), float32, pixels in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A digit or style does not exist, a slant is not within ±1.2 radians or a weight not within 0.5 … 8 pixels, or there are no pictures or too many.</exception>
    public static Tensor Draw(IReadOnlyList<HandwritingFactors> factors, long seed = 1, bool steady = false, Device? device = null)
    {
        foreach (var each in factors) each.Require();
        RequireCount(factors.Count);
        using var labelled = IdxImages.Labelled(Drawn([.. factors], seed, 0, steady), new byte[factors.Count], Size, device);
        return labelled.Images.alias();
    }

    internal static HandwritingFactors[] Factors(int count, long seed, int first)
    {
        RequireCount(count);
        var factors = new HandwritingFactors[count];
        for (var i = 0; i < count; i++) factors[i] = HandwritingFactors.Drawn(new SplitMix(seed, 2L * (first + i)));
        return factors;
    }

    /// <summary>The pixels, one picture after the other; each from a stream of its own, so that threads do not matter.</summary>
    internal static byte[] Drawn(HandwritingFactors[] factors, long seed, int first, bool steady = false, int threads = -1)
    {
        var pixels = new byte[factors.Length * Size];
        Parallel.For(0, factors.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            var line = InkLine.Written(factors[i], new SplitMix(seed, 2L * (steady ? first : first + i) + 1), Side);
            Ink.Spill(line, pixels.AsSpan(i * Size, Size), Side);
        });
        return pixels;
    }

    private static void RequireCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 2_000_000);
    }
}
