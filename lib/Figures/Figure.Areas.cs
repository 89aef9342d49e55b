using System.Globalization;
using System.Numerics;
using Plotly.NET;

namespace Workbook.Figures;

/// <content>Numbers as areas: matrices, bars, counts.</content>
public sealed partial record Figure
{
    /// <summary>A matrix as colours, its first row on top, as it is printed.</summary>
    /// <param name="matrix">Rows × columns; NaN stays white.</param>
    /// <param name="rows">Names of the rows, else their numbers.</param>
    /// <param name="columns">Names of the columns, else their numbers.</param>
    /// <param name="signed">Zero is white, negative blue, positive vermilion: for weights, correlations, differences.</param>
    /// <param name="digits">If given, every cell also shows its number with so many digits after the point.</param>
    /// <param name="valueLabel">What the colours mean; stands beside the scale.</param>
    public static Figure Heatmap<T>(T[,] matrix, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null, bool signed = false, int? digits = null, string? valueLabel = null)
        where T : INumber<T>
    {
        var numbers = Series.Rows(matrix, nameof(matrix));
        var (down, across) = (Names(rows, numbers.Length, nameof(rows)), Names(columns, numbers[0].Length, nameof(columns)));
        return new(() =>
        {
            var panel = new Panel(Colours("heatmap", numbers, signed, valueLabel).With(("texttemplate", digits is null ? null : $"%{{z:.{digits}f}}")));
            panel.X.With(("showgrid", false)).Ticks(across, number => number);
            panel.Y.With(("showgrid", false), ("autorange", "reversed")).Ticks(down, number => number);
            return panel;
        });
    }

    /// <summary>A function of the plane as lines of equal value, filled, <c>values[i, j]</c> at (x[j], y[i]): for loss landscapes and densities.</summary>
    /// <exception cref="ArgumentException">The matrix is not as high as y is long and as wide as x is long.</exception>
    public static Figure Contours<TX, TY, T>(IEnumerable<TX> x, IEnumerable<TY> y, T[,] values, string? valueLabel = null)
        where TX : INumber<TX> where TY : INumber<TY> where T : INumber<T>
    {
        var (across, up, numbers) = (Series.Of(x, nameof(x)), Series.Of(y, nameof(y)), Series.Rows(values, nameof(values)));
        if (numbers.Length != up.Length || numbers[0].Length != across.Length)
            throw new ArgumentException($"values: expected {up.Length} rows (one per y) and {across.Length} columns (one per x), got {numbers.Length} × {numbers[0].Length}.", nameof(values));
        return new(() =>
        {
            var panel = new Panel(Colours("contour", numbers, signed: false, valueLabel).With(("x", across), ("y", up)));
            panel.X.With(("showgrid", false));
            panel.Y.With(("showgrid", false));
            return panel;
        });
    }

    /// <summary>One bar per name; overlaid bars stand side by side.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Bars<T>(IEnumerable<string> names, IEnumerable<T> values) where T : INumber<T>
    {
        string[] words = [.. names];
        var heights = Series.Of(values, nameof(values));
        if (words.Length != heights.Length)
            throw new ArgumentException($"names and values must be of one length: names has {words.Length}, values has {heights.Length}.", nameof(values));
        return new(() =>
        {
            var panel = new Panel(new Trace2D("bar").With(("x", words), ("y", heights)));
            panel.X.With(("type", "category"), ("showgrid", false));
            return panel;
        });
    }

    /// <summary>One bar per place of a numeric axis.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Bars<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> values) where TX : INumber<TX> where TY : INumber<TY>
    {
        var (places, heights) = Series.Pair(x, values);
        return new(() => new Panel(new Trace2D("bar").With(("x", places), ("y", heights))));
    }

    /// <summary>How many values fall into each of so many equal intervals. Only the counts travel, not the values.</summary>
    /// <param name="values">Any numbers; those that are not finite or lie outside <paramref name="range"/> are left out.</param>
    /// <param name="bins">Number of intervals.</param>
    /// <param name="range">From where to where; without it, the values' own range. Give it when histograms are overlaid.</param>
    /// <param name="density">Heights such that the area is 1, instead of counts.</param>
    /// <exception cref="ArgumentException">There is no value, or none of them is finite.</exception>
    public static Figure Histogram<T>(IEnumerable<T> values, int bins = 30, (double Low, double High)? range = null, bool density = false) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double[] all = [.. values.Select(double.CreateSaturating).Where(double.IsFinite)];
        if (all.Length == 0) throw new ArgumentException("values: none of them is a finite number.", nameof(values));
        var (low, high) = range ?? (all.Min(), all.Max());
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        var width = (high - low) / bins;
        var counts = new double[bins];
        foreach (var value in all)
            if (value >= low && value <= high) counts[Math.Min(bins - 1, (int)((value - low) / (high - low) * bins))]++;
        var total = density ? Math.Max(1, counts.Sum()) * width : 1;
        var centres = Series.Of(Enumerable.Range(0, bins).Select(i => low + (i + 0.5) * width), nameof(bins));
        var heights = Series.Of(counts.Select(count => count / total), nameof(bins));
        return new(() => new Panel(new Trace2D("bar").With(("x", centres), ("y", heights), ("width", Series.Round(width)), ("opacity", 0.65))));
    }

    private static Trace Colours(string type, double?[][] numbers, bool signed, string? valueLabel) => new Trace2D(type).With(
        ("z", numbers), ("colorbar", HouseStyle.ColourBar(valueLabel)), ("colorscale", signed ? Palette.SignedScale() : Palette.Magnitude), ("zmid", signed ? 0 : null));

    private static string[] Names(IEnumerable<string>? names, int count, string argument)
    {
        string[] words = [.. names ?? []];
        return names is null || words.Length == count
            ? words
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{argument}: the matrix has {count} of them, {words.Length} names were given."), argument);
    }
}
