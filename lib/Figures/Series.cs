using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <summary>Numbers on their way to JSON: finite ones rounded to what a screen can show, the others gaps.</summary>
/// <remarks>
/// Whole numbers below 10⁹ stay exact. Any other number keeps five significant digits of itself or of the spread of its series,
/// whichever is finer, so that neither a loss of 1e-7 nor a wiggle on top of 1000 is rounded away.
/// </remarks>
internal sealed class Series
{
    private const int Digits = 5;
    private readonly double[] values;

    private Series(double[] values)
    {
        this.values = values;
        Extent = Extent.Of(values);
    }

    public int Count => values.Length;
    public Extent Extent { get; }
    public double this[int index] => values[index];
    public ReadOnlySpan<double> Values => values;

    public static Series Of<T>(IEnumerable<T> numbers, string argument) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(numbers, argument);
        var values = numbers.Select(double.CreateSaturating).ToArray();
        if (values.Length == 0)
            throw new ArgumentException($"{argument}: there is nothing to draw, the sequence is empty.", argument);
        return new(values);
    }

    public static Series Of(double[] values) => new(values);

    /// <summary>0, 1, 2, … : the horizontal axis of a series that came without one.</summary>
    public static Series Count0(int count) => new([.. Enumerable.Range(0, count).Select(i => (double)i)]);

    public Series At(IEnumerable<int> places) => new([.. places.Select(i => values[i])]);

    public void MustMatch(Series other, string argument, string otherArgument)
    {
        if (Count != other.Count)
            throw new ArgumentException($"{argument} and {otherArgument} must be of one length: {argument} has {Count} values, {otherArgument} has {other.Count}.", argument);
    }

    public JsonArray ToJson()
    {
        var array = new JsonArray();
        foreach (var value in values)
            array.Add(Number(value, Extent.Size));
        return array;
    }

    /// <summary>One number as JSON; null, which Plotly draws as a gap, if it is not finite.</summary>
    public static JsonNode? Number(double value, double spread = 0) => double.IsFinite(value) ? JsonValue.Create(Round(value, spread)) : null;

    public static double Round(double value, double spread = 0)
    {
        if (value == Math.Round(value) && Math.Abs(value) < 1e9)
            return value == 0 ? 0 : value;
        var extra = spread > 0 && double.IsFinite(spread) ? Math.Ceiling(Math.Log10(Math.Abs(value) / spread)) : 0;
        var digits = Digits + (int)Math.Clamp(extra, 0, 15 - Digits);
        return double.Parse(value.ToString("G" + digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
