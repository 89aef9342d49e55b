using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

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
        var numbers = Rectangle(matrix, nameof(matrix));
        var trace = Colours(numbers, "heatmap", signed, valueLabel);
        if (digits is { } places)
            trace = trace.With("texttemplate", $"%{{z:.{places}f}}");
        return new(new Panel([trace])
        {
            X = new() { Ticks = Names(columns, numbers.GetLength(1), nameof(columns)), Plain = true },
            Y = new() { Ticks = Names(rows, numbers.GetLength(0), nameof(rows)), Plain = true, Reversed = true },
        });
    }

    /// <summary>A function of the plane as colours: <c>values[i, j]</c> belongs to (x[j], y[i]).</summary>
    /// <exception cref="ArgumentException">The matrix is not as high as y is long and as wide as x is long.</exception>
    public static Figure Field<TX, TY, T>(IEnumerable<TX> x, IEnumerable<TY> y, T[,] values, bool signed = false, string? valueLabel = null)
        where TX : INumber<TX> where TY : INumber<TY> where T : INumber<T> => OverPlane("field", "heatmap", x, y, values, signed, valueLabel);

    /// <summary>A function of the plane as lines of equal value, filled: for loss landscapes and densities.</summary>
    /// <exception cref="ArgumentException">The matrix is not as high as y is long and as wide as x is long.</exception>
    public static Figure Contours<TX, TY, T>(IEnumerable<TX> x, IEnumerable<TY> y, T[,] values, bool signed = false, string? valueLabel = null)
        where TX : INumber<TX> where TY : INumber<TY> where T : INumber<T> => OverPlane("contours", "contour", x, y, values, signed, valueLabel);

    /// <summary>One bar per name; overlaid bars stand side by side, or on each other after <see cref="Stacked"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Bars<T>(IEnumerable<string> names, IEnumerable<T> values, IEnumerable<T>? errors = null) where T : INumber<T>
    {
        string[] words = [.. names];
        var heights = Series.Of(values, nameof(values));
        if (words.Length != heights.Count)
            throw new ArgumentException($"names and values must be of one length: names has {words.Length}, values has {heights.Count}.", nameof(values));
        var json = new JsonObject { ["type"] = "bar", ["x"] = new JsonArray([.. words.Select(word => (JsonNode)word)]), ["y"] = heights.ToJson() };
        if (errors is not null)
        {
            var spread = Series.Of(errors, nameof(errors));
            heights.MustMatch(spread, nameof(values), nameof(errors));
            json["error_y"] = new JsonObject { ["type"] = "data", ["array"] = spread.ToJson(), ["color"] = Palette.Remark, ["thickness"] = 1.5 };
        }
        var zero = new Extent(0, 0);
        return new(new Panel([new("bars", json) { Count = words.Length, Unit = "bars", Y = heights.Extent.Or(zero) }]) { X = new() { Names = true, Plain = true } });
    }

    /// <summary>One bar per place of a numeric axis.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Bars<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> values) where TX : INumber<TX> where TY : INumber<TY>
    {
        var (places, heights) = Pair(x, values);
        var trace = Plane("bars", places, heights, places.Count, new() { ["type"] = "bar" });
        return new(new Panel([trace with { Unit = "bars", Y = heights.Extent.Or(new(0, 0)), X = places.Extent.Padded() }]));
    }

    /// <summary>How many values fall into each of so many equal intervals. Only the counts travel, not the values.</summary>
    /// <param name="values">Any numbers; those that are not finite or lie outside <paramref name="range"/> are left out.</param>
    /// <param name="bins">Number of intervals.</param>
    /// <param name="range">From where to where; without it, the values' own range. Give it when histograms are overlaid.</param>
    /// <param name="density">Heights such that the area is 1, instead of counts.</param>
    /// <exception cref="ArgumentException">There is no value, or none of them is finite.</exception>
    public static Figure Histogram<T>(IEnumerable<T> values, int bins = 30, (double Low, double High)? range = null, bool density = false) where T : INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var all = Series.Of(values, nameof(values));
        if (all.Extent.IsEmpty) throw new ArgumentException("values: none of them is a finite number.", nameof(values));
        var (low, high) = range ?? (all.Extent.Low, all.Extent.High);
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        var width = (high - low) / bins;
        var counts = Counts(all, low, high, bins);
        var total = density ? counts.Sum() * width : 1;
        var centres = Series.Of([.. Enumerable.Range(0, bins).Select(i => low + (i + 0.5) * width)]);
        var heights = Series.Of([.. counts.Select(count => total > 0 ? count / total : 0)]);
        var trace = Plane("histogram", centres, heights, bins, new() { ["type"] = "bar", ["width"] = Series.Number(width), ["opacity"] = 0.65 });
        return new(new Panel([trace with { Unit = "bins", X = new(low, high), Y = heights.Extent.Or(new(0, 0)) }])) { Bar = BarMode.Overlay };
    }

    private static double[] Counts(Series all, double low, double high, int bins)
    {
        var counts = new double[bins];
        foreach (var value in all.Values)
            if (value >= low && value <= high)
                counts[Math.Min(bins - 1, (int)((value - low) / (high - low) * bins))]++;
        return counts;
    }

    private static Figure OverPlane<TX, TY, T>(string kind, string type, IEnumerable<TX> x, IEnumerable<TY> y, T[,] values, bool signed, string? valueLabel)
        where TX : INumber<TX> where TY : INumber<TY> where T : INumber<T>
    {
        var (across, up, numbers) = (Series.Of(x, nameof(x)), Series.Of(y, nameof(y)), Rectangle(values, nameof(values)));
        if (numbers.GetLength(0) != up.Count || numbers.GetLength(1) != across.Count)
            throw new ArgumentException($"values: expected {up.Count} rows (one per y) and {across.Count} columns (one per x), got {numbers.GetLength(0)} × {numbers.GetLength(1)}.", nameof(values));
        var trace = Colours(numbers, kind, signed, valueLabel);
        trace = trace.With("type", type).With("x", across.ToJson()).With("y", up.ToJson()) with { X = across.Extent, Y = up.Extent };
        return new(new Panel([trace]) { X = new() { Plain = true }, Y = new() { Plain = true } });
    }

    private static Trace Colours(double[,] numbers, string kind, bool signed, string? valueLabel)
    {
        var (height, width) = (numbers.GetLength(0), numbers.GetLength(1));
        var extent = Extent.Of([.. numbers.Cast<double>()]);
        var rows = Enumerable.Range(0, height).Select(row => (JsonNode)new JsonArray([.. Enumerable.Range(0, width).Select(column => Series.Number(numbers[row, column], extent.Size))]));
        var json = new JsonObject { ["type"] = "heatmap", ["z"] = new JsonArray([.. rows]), ["colorbar"] = HouseStyle.ColourBar(valueLabel) };
        json["colorscale"] = signed ? HouseStyle.SignedScale() : Palette.Magnitude;
        if (signed) json["zmid"] = 0;
        return new(kind, json) { Count = numbers.Length, Unit = $"cells ({height} × {width})", X = new(-0.5, width - 0.5), Y = new(-0.5, height - 0.5), Z = extent, TakesColour = false };
    }

    private static ImmutableArray<(double At, string Text)> Names(IEnumerable<string>? names, int count, string argument)
    {
        if (names is null) return [];
        ImmutableArray<(double, string)> ticks = [.. names.Select((name, place) => ((double)place, name))];
        return ticks.Length == count
            ? ticks
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{argument}: the matrix has {count} of them, {ticks.Length} names were given."), argument);
    }
}
