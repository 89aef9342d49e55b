namespace Workbook.Data.Tests;

/// <summary>What can be measured in a picture without knowing how it was made.</summary>
/// <param name="Mass">Sum of the pixels.</param>
/// <param name="X">Centre of mass, in pixels from the left edge.</param>
/// <param name="Y">Centre of mass, in pixels from the top edge.</param>
/// <param name="Shear">−μ₁₁ / μ₀₂: how far to the right a row lies for each row it lies higher.</param>
internal readonly record struct Moments(double Mass, double X, double Y, double Shear)
{
    public static Moments Of(byte[] picture)
    {
        const int side = Handwriting.Side;
        double mass = 0, x = 0, y = 0, product = 0, square = 0;
        for (var i = 0; i < picture.Length; i++)
            (mass, x, y) = (mass + picture[i], x + picture[i] * (i % side + 0.5), y + picture[i] * (i / side + 0.5));
        (x, y) = (x / mass, y / mass);
        for (var i = 0; i < picture.Length; i++)
        {
            var (right, down) = (i % side + 0.5 - x, i / side + 0.5 - y);
            (product, square) = (product + picture[i] * right * down, square + picture[i] * down * down);
        }
        return new(mass / 255, x, y, -product / square);
    }
}
