namespace Workbook.Data;

/// <summary>All in which two pictures with the same factors differ: how the hand shook, how wide it wrote, how it pressed the pen.</summary>
/// <param name="Wobble">Standard deviation by which a point of the skeleton is missed, in heights of the digit; 1.6 times that at the ends of a stroke.</param>
/// <param name="Width">Width of the digit relative to its skeleton.</param>
/// <param name="Balance">Moves the waist of the digit up or down: the loops of an 8 differ in size.</param>
/// <param name="Lean">Bows the digit to one side.</param>
/// <param name="Rotation">Radians, clockwise.</param>
/// <param name="Size">Longer side of the digit, pen included, in pixels; MNIST has 20.</param>
/// <param name="Swell">How much the width of the pen varies along a stroke, relative to its mean.</param>
/// <param name="Phase">Where along the stroke the pen is widest, in turns.</param>
/// <param name="Softness">Width of the grey edge of a stroke, in pixels.</param>
internal readonly record struct Hand(
    double Wobble, double Width, double Balance, double Lean, double Rotation, double Size, double Swell, double Phase, double Softness)
{
    public static Hand Drawn(ref SplitMix random) => new(
        Wobble: random.Uniform(0.02, 0.061),
        Width: Math.Exp(random.Normal(0, 0.18)),
        Balance: random.Normal(0, 0.22, -0.5, 0.5),
        Lean: random.Normal(0, 0.17),
        Rotation: random.Normal(0, 0.08),
        Size: random.Uniform(18, 20),
        Swell: random.Uniform(0, 0.3),
        Phase: random.Uniform(),
        Softness: random.Uniform(0.7, 1.5));
}
