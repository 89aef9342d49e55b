using System.Globalization;
using System.Numerics;
using Plotly.NET;
using Plotly.NET.TraceObjects;

namespace Workbook.Figures;

/// <content>Clouds of points, in the plane and in many dimensions.</content>
public sealed partial record Figure
{
    private const int SvgLimit = 5000;      // more points than this are drawn by WebGL: SVG would stutter

    /// <summary>Points (x, y).</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        var (across, up) = Series.Pair(x, y);
        return new(() => new Panel(Dots(across, up)));
    }

    /// <summary>Points (x, y), one colour and one legend entry per category, in the categories' order; words by their letters' codes, as on every machine.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter<TX, TY, TCategory>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TCategory> category)
        where TX : INumber<TX> where TY : INumber<TY> where TCategory : IComparable<TCategory>
    {
        var (across, up) = Series.Pair(x, y);
        TCategory[] categories = [.. category];
        Series.MustMatch(nameof(x), across.Length, nameof(category), categories.Length);
        var groups = Enumerable.Range(0, categories.Length).GroupBy(i => categories[i]).OrderBy(group => group.Key, InOrder<TCategory>())
            .Select(group => (Name: Convert.ToString(group.Key, CultureInfo.InvariantCulture), X: At(across, group), Y: At(up, group))).ToArray();
        return new(() => new Panel(groups.Select(group => Dots(group.X, group.Y).With(("name", group.Name)))));
        static double?[] At(double?[] all, IEnumerable<int> places) => [.. places.Select(place => all[place])];
    }

    private static IComparer<T> InOrder<T>() => StringComparer.Ordinal as IComparer<T> ?? Comparer<T>.Default;

    /// <summary>Points (x, y) coloured by a number: the scale stands beside the figure, named <paramref name="valueLabel"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter<TX, TY, TValue>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TValue> value, string? valueLabel = null)
        where TX : INumber<TX> where TY : INumber<TY> where TValue : INumber<TValue>
    {
        var (across, up) = Series.Pair(x, y);
        var values = Series.Of(value, nameof(value));
        Series.MustMatch(nameof(x), across.Length, nameof(value), values.Length);
        return new(() =>
        {
            var dots = Dots(across, up);
            dots.Part<Marker>("marker").With(("color", values), ("colorscale", Palette.Magnitude), ("showscale", true), ("colorbar", HouseStyle.ColourBar(valueLabel)));
            return new Panel(dots);
        });
    }

    /// <summary>One vertical axis per quantity and one line per case: drag along an axis to select. Coloured by a number if given.</summary>
    /// <param name="quantities">Names and numbers. An axis of few numbers is marked at those and nowhere else.</param>
    /// <param name="value">A number per case, for the colour.</param>
    /// <param name="valueLabel">What the colours mean; stands beside the scale.</param>
    /// <param name="words">By the name of an axis: what its numbers 0, 1, … stand for.</param>
    /// <exception cref="ArgumentException">Fewer than two quantities, sequences of different lengths, or a number without a word.</exception>
    public static Figure ParallelCoordinates<T>(IEnumerable<(string Name, IEnumerable<T> Values)> quantities, IEnumerable<T>? value = null, string? valueLabel = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? words = null) where T : INumber<T>
    {
        var axes = quantities.Select(axis => (axis.Name, Values: Series.Of(axis.Values, axis.Name), Words: words?.GetValueOrDefault(axis.Name))).ToArray();
        if (axes.Length < 2) throw new ArgumentException($"quantities: parallel coordinates need two axes or more, got {axes.Length}.", nameof(quantities));
        foreach (var (name, values, _) in axes[1..]) Series.MustMatch(name, values.Length, axes[0].Name, axes[0].Values.Length);
        var colours = value is null ? null : Series.Of(value, nameof(value));
        if (colours is not null) Series.MustMatch(nameof(value), colours.Length, axes[0].Name, axes[0].Values.Length);
        var marks = axes.Select(axis => Marks(axis.Name, axis.Values, axis.Words)).ToArray();
        return new(() => new Panel(new TraceDomain("parcoords").With(
            ("line", colours is null ? new Line().With(("color", Palette.Category(0)))
                : new Line().With(("color", colours), ("colorscale", Palette.Magnitude), ("showscale", true), ("colorbar", HouseStyle.ColourBar(valueLabel)))),
            ("dimensions", axes.Zip(marks, (axis, marked) => new Dimension().With(("label", axis.Name), ("values", axis.Values), ("tickvals", marked.At), ("ticktext", marked.Words))).ToArray()))));
    }

    private static (double?[]? At, string[]? Words) Marks(string name, double?[] values, IReadOnlyList<string>? words)
    {
        const int few = 5;
        double[] marks = [.. values.OfType<double>().Distinct().Order()];
        if (words is not null && marks.Any(mark => !double.IsInteger(mark) || mark < 0 || mark >= words.Count))
            throw new ArgumentException($"{name}: there are {words.Count} words, for 0 to {words.Count - 1}; a value is none of those.", nameof(words));
        if (words is null && marks.Length > few) return default;
        return (Series.Rounded(marks, 0), [.. marks.Select(mark => words?[(int)mark] ?? mark.ToString("G4", CultureInfo.InvariantCulture))]);
    }

    private static Trace Dots(double?[] x, double?[] y) =>
        new Trace2D(x.Length > SvgLimit ? "scattergl" : "scatter").With(("mode", "markers"), ("marker", new Marker().With(("size", 6))), ("x", x), ("y", y));
}
