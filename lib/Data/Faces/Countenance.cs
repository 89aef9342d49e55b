namespace Workbook.Data;

/// <summary>All in which two faces with the same factors differ: whose they are, and where they stand.</summary>
/// <param name="Skin">Grey of the skin, 0 black and 1 white.</param>
/// <param name="Hair">Grey of the hair.</param>
/// <param name="Hairline">Where the hair ends on the forehead, in half-heights of the head above its middle.</param>
/// <param name="Width">Of the head relative to its height.</param>
/// <param name="Spacing">From the middle of the face to an eye, in half-widths of the head.</param>
/// <param name="Lips">Half the width of the mouth, in half-widths of the head.</param>
/// <param name="Ground">Grey behind the head.</param>
/// <param name="Slope">How the ground changes from left to right.</param>
/// <param name="Depth">How much darker eyes, brows, nose and mouth are than the skin, 0 not at all and 1 black.</param>
internal readonly record struct Countenance(
    double Skin, double Hair, double Hairline, double Width, double Spacing, double Lips, double Ground, double Slope, double Depth)
{
    public static Countenance Drawn(ref SplitMix random) => new(
        Skin: random.Uniform(0.6, 0.95),
        Hair: random.Uniform(0.05, 0.5),
        Hairline: random.Uniform(0.55, 0.85),
        Width: random.Uniform(0.74, 0.88),
        Spacing: random.Uniform(0.38, 0.46),
        Lips: random.Uniform(0.32, 0.48),
        Ground: random.Uniform(0.05, 0.6),
        Slope: random.Uniform(-0.2, 0.2),
        Depth: random.Uniform(0.55, 0.85));
}
