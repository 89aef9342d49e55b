using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>What a picture of <see cref="Handwriting"/> is made from: the four factors that a good code should find again.</summary>
/// <param name="Digit">0 … 9.</param>
/// <param name="Slant">Angle to the vertical in radians, positive to the right; drawn from N(0.15, 0.3²) within [−0.5, 0.8].</param>
/// <param name="Weight">Width of the pen in pixels; drawn so that its logarithm is N(ln 2.4, 0.28²) within [1.2, 4.4].</param>
/// <param name="Style">Way of writing; each equally often.</param>
public readonly record struct HandwritingFactors(int Digit, double Slant, double Weight, HandStyle Style)
{
    internal static HandwritingFactors Drawn(SplitMix random) => new(
        Digit: random.Below(10),
        Slant: random.Normal(0.15, 0.3, -0.5, 0.8),
        Weight: Math.Exp(random.Normal(Math.Log(2.4), 0.28, Math.Log(1.2), Math.Log(4.4))),
        Style: (HandStyle)random.Below(4));

    internal void Require()
    {
        if (Digit is < 0 or > 9) throw new ArgumentOutOfRangeException(nameof(Digit), Digit, "Expected a digit from 0 to 9.");
        if (!Enum.IsDefined(Style)) throw new ArgumentOutOfRangeException(nameof(Style), Style, "Expected one of the four styles.");
        if (!(Math.Abs(Slant) <= 1.2)) throw new ArgumentOutOfRangeException(nameof(Slant), Slant, "Expected a slant within ±1.2 radians.");
        if (!(Weight is >= 0.5 and <= 8)) throw new ArgumentOutOfRangeException(nameof(Weight), Weight, "Expected a pen from 0.5 to 8 pixels wide.");
    }
}

/// <summary>The way of writing a digit: the ground-truth factor <em>style</em> of <see cref="Handwriting"/>.</summary>
public enum HandStyle
{
    /// <summary>As taught at school: one smooth line, a 1 that is a bare stroke, an open 4.</summary>
    Plain,

    /// <summary>In haste, by straight lines and corners: a 2 like a Z, an 8 like an hourglass.</summary>
    Angular,

    /// <summary>Cursive, with loops and curled ends: a 2 with a loop at its foot, a 4 like a Y.</summary>
    Looped,

    /// <summary>Formal, with bars and serifs: a slashed 0, a 1 with a foot, a crossed 7.</summary>
    Barred,
}

/// <summary>Drawn digits and the truth about each: (N) pictures, and the four factors they were made from.</summary>
/// <param name="Images">One picture a row, pixels in [0, 1], float32: (N, 784).</param>
/// <param name="Digit">0 … 9, int64: (N).</param>
/// <param name="Slant">Angle to the vertical in radians, positive to the right, float32: (N).</param>
/// <param name="Weight">Width of the pen in pixels, float32: (N).</param>
/// <param name="Style">Number of the <see cref="HandStyle"/>, int64: (N).</param>
public sealed record HandwritingSample(Tensor Images, Tensor Digit, Tensor Slant, Tensor Weight, Tensor Style) : IDisposable
{
    /// <summary>Frees all five tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in new[] { Images, Digit, Slant, Weight, Style }) tensor.Dispose();
    }
}
