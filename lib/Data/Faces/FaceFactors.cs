using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>What a picture of <see cref="Faces"/> is made from: eight factors, each drawn uniformly over its range.</summary>
/// <param name="Pose">Which way the head is turned: −1 to the left of the picture, 1 to the right.</param>
/// <param name="Mouth">−1 corners down, 1 corners up.</param>
/// <param name="Eyes">0 nearly shut, 1 wide open.</param>
/// <param name="Brows">−1 frowning, 1 raised.</param>
/// <param name="Size">Of the head, relative to the usual one: 0.85 … 1.15.</param>
/// <param name="X">Pixels to the right of the middle: −1 … 1.</param>
/// <param name="Y">Pixels below the middle: −1 … 1.</param>
/// <param name="Light">Where the light comes from: −1 the left, 1 the right.</param>
public sealed record FaceFactors(
    double Pose = 0, double Mouth = 0, double Eyes = 0.6, double Brows = 0, double Size = 1, double X = 0, double Y = 0, double Light = 0)
{
    private const double Most = 6;                                                  // pixels off the middle when asked for

    /// <summary>The factors' names, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["pose", "mouth", "eyes", "brows", "size", "x", "y", "light"];

    /// <summary>The factors as numbers, in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<double> Values => [Pose, Mouth, Eyes, Brows, Size, X, Y, Light];

    internal static FaceFactors Drawn(ref SplitMix random) => new(
        Pose: random.Uniform(-1, 1),
        Mouth: random.Uniform(-1, 1),
        Eyes: random.Uniform(),
        Brows: random.Uniform(-1, 1),
        Size: random.Uniform(0.85, 1.15),
        X: random.Uniform(-1, 1),
        Y: random.Uniform(-1, 1),
        Light: random.Uniform(-1, 1));

    internal void Require()
    {
        foreach (var (name, value) in ((string, double)[])[(nameof(Pose), Pose), (nameof(Mouth), Mouth), (nameof(Brows), Brows), (nameof(Light), Light)])
            if (!(Math.Abs(value) <= 1)) throw new ArgumentOutOfRangeException(name, value, "Expected a number from −1 to 1.");
        if (!(Eyes is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(Eyes), Eyes, "Expected a number from 0 to 1.");
        if (!(Size is >= 0.4 and <= 2)) throw new ArgumentOutOfRangeException(nameof(Size), Size, "Expected a size from 0.4 to 2.");
        if (!(Math.Abs(X) <= Most)) throw new ArgumentOutOfRangeException(nameof(X), X, "Expected at most 6 pixels.");
        if (!(Math.Abs(Y) <= Most)) throw new ArgumentOutOfRangeException(nameof(Y), Y, "Expected at most 6 pixels.");
    }
}

/// <summary>Drawn faces and the truth about each.</summary>
/// <param name="Images">One picture a row, pixels in [0, 1], float32: (N, 361).</param>
/// <param name="Factors">What each was made from, in the order of <see cref="FaceFactors.Names"/>, float32: (N, 8).</param>
public sealed record FaceSample(Tensor Images, Tensor Factors) : IDisposable
{
    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Factors.Dispose();
    }
}
