using System.Globalization;
using System.Numerics;

namespace Workbook.Figures;

/// <summary>Numbers on their way to a figure: finite ones rounded to what a screen can show, the others gaps.</summary>
/// <remarks>
/// Whole numbers below 10⁹ stay exact. Any other number keeps five significant digits of itself or of the spread of its series,
/// whichever is finer, so that neither a loss of 1e-7 nor a wiggle on top of 1000 is rounded away.
/// </remarks>
internal static class Series
{
    private const int Digits = 5;

    public static double?[] Of<T>(IEnumerable<T> numbers, string argument) where T : INumber<T>
    {
        var values = Numbers(numbers, argument);
        return Rounded(values, Extent.Of(values).Size);
    }

    /// <summary>As they come, not yet rounded.</summary>
    public static double[] Numbers<T>(IEnumerable<T> numbers, string argument) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(numbers, argument);
        double[] values = [.. numbers.Select(double.CreateSaturating)];
        return values.Length > 0 ? values : throw new ArgumentException($"{argument}: there is nothing to draw, the sequence is empty.", argument);
    }

    /// <summary>Two series, of one length.</summary>
    public static (double?[] X, double?[] Y) Pair<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y) where TX : INumber<TX> where TY : INumber<TY>
    {
        var (horizontal, vertical) = (Of(x, nameof(x)), Of(y, nameof(y)));
        MustMatch(nameof(x), horizontal.Length, nameof(y), vertical.Length);
        return (horizontal, vertical);
    }

    /// <summary>A matrix as its rows.</summary>
    public static double?[][] Rows<T>(T[,] matrix, string argument) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(matrix, argument);
        if (matrix.Length == 0) throw new ArgumentException($"{argument}: there is nothing to draw, the matrix is empty.", argument);
        double[] values = [.. matrix.Cast<T>().Select(double.CreateSaturating)];
        return [.. Rounded(values, Extent.Of(values).Size).Chunk(matrix.GetLength(1))];
    }

    public static double?[] Rounded(double[] values, double spread) => Array.ConvertAll(values, value => double.IsFinite(value) ? Round(value, spread) : (double?)null);

    public static double Round(double value, double spread = 0)
    {
        if (value == Math.Round(value) && Math.Abs(value) < 1e9) return value == 0 ? 0 : value;
        var extra = spread > 0 && double.IsFinite(spread) ? Math.Ceiling(Math.Log10(Math.Abs(value) / spread)) : 0;
        var digits = Digits + (int)Math.Clamp(extra, 0, 15 - Digits);
        return double.Parse(value.ToString("G" + digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    public static void MustMatch(string argument, int count, string other, int otherCount)
    {
        if (count != otherCount)
            throw new ArgumentException($"{argument} and {other} must be of one length: {argument} has {count} values, {other} has {otherCount}.", argument);
    }
}
