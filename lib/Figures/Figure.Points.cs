using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Workbook.Figures;

/// <content>Clouds of points, in the plane and in space, and points of many dimensions.</content>
public sealed partial record Figure
{
    private const int SvgLimit = 5000;      // more points than this are drawn by WebGL: SVG would stutter

    /// <summary>Points (x, y), each with a label for the pointer if given.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<string>? labels = null)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        var (horizontal, vertical) = Pair(x, y);
        return new(new Panel([Dots([horizontal, vertical], Texts(labels, horizontal, nameof(labels)))]));
    }

    /// <summary>Points (x, y), one colour and one legend entry per category, in the categories' order.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter<TX, TY, TCategory>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TCategory> category, IEnumerable<string>? labels = null)
        where TX : INumber<TX> where TY : INumber<TY> where TCategory : IComparable<TCategory>
    {
        var (horizontal, vertical) = Pair(x, y);
        return ByCategory([horizontal, vertical], category, labels);
    }

    /// <summary>Points (x, y) coloured by a number: the scale stands beside the figure, named <paramref name="valueLabel"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter<TX, TY, TValue>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TValue> value, string? valueLabel = null, IEnumerable<string>? labels = null)
        where TX : INumber<TX> where TY : INumber<TY> where TValue : INumber<TValue>
    {
        var (horizontal, vertical) = Pair(x, y);
        return new(new Panel([ByValue([horizontal, vertical], Series.Of(value, nameof(value)), valueLabel, labels)]));
    }

    /// <summary>Points (x, y, z); drag to turn.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter3D<T>(IEnumerable<T> x, IEnumerable<T> y, IEnumerable<T> z, IEnumerable<string>? labels = null) where T : INumber<T>
    {
        var places = Triple(x, y, z);
        return new(new Panel([Dots(places, Texts(labels, places[0], nameof(labels)))]));
    }

    /// <summary>Points (x, y, z), one colour per category.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter3D<T, TCategory>(IEnumerable<T> x, IEnumerable<T> y, IEnumerable<T> z, IEnumerable<TCategory> category, IEnumerable<string>? labels = null)
        where T : INumber<T> where TCategory : IComparable<TCategory> => ByCategory(Triple(x, y, z), category, labels);

    /// <summary>Points (x, y, z) coloured by a number.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Scatter3D<T, TValue>(IEnumerable<T> x, IEnumerable<T> y, IEnumerable<T> z, IEnumerable<TValue> value, string? valueLabel = null, IEnumerable<string>? labels = null)
        where T : INumber<T> where TValue : INumber<TValue> =>
        new(new Panel([ByValue(Triple(x, y, z), Series.Of(value, nameof(value)), valueLabel, labels)]));

    /// <summary>A line through points of space, in the order given.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or nothing is given.</exception>
    public static Figure Line3D<T>(IEnumerable<T> x, IEnumerable<T> y, IEnumerable<T> z) where T : INumber<T>
    {
        var trace = Dots(Triple(x, y, z), null) with { Kind = "line in 3-D" };
        return new(new Panel([(trace with { Order = [] }).With("mode", "lines").With("line", new JsonObject { ["width"] = 4 })]));
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
        var axes = quantities.Select(axis => (axis.Name, Values: Series.Of(axis.Values, axis.Name))).ToArray();
        if (axes.Length < 2) throw new ArgumentException($"quantities: parallel coordinates need two axes or more, got {axes.Length}.", nameof(quantities));
        foreach (var (name, values) in axes[1..])
            values.MustMatch(axes[0].Values, name, axes[0].Name);
        var line = new JsonObject { ["color"] = Palette.Category(0) };
        if (value is not null)
        {
            var colours = Series.Of(value, nameof(value));
            colours.MustMatch(axes[0].Values, nameof(value), axes[0].Name);
            line = new() { ["color"] = colours.ToJson(), ["colorscale"] = Palette.Magnitude, ["showscale"] = true, ["colorbar"] = HouseStyle.ColourBar(valueLabel) };
        }
        var dimensions = axes.Select(axis => (JsonNode)Upright(axis.Name, axis.Values, words?.GetValueOrDefault(axis.Name)));
        var trace = new Trace("parallel coordinates", new() { ["type"] = "parcoords", ["line"] = line, ["dimensions"] = new JsonArray([.. dimensions]) });
        return new(new Panel([trace with { Space = Space.Rectangle, Count = axes[0].Values.Count, Unit = "cases", TakesColour = false }]));
    }

    private static JsonObject Upright(string name, Series values, IReadOnlyList<string>? words)
    {
        const int few = 5;
        var json = new JsonObject { ["label"] = name, ["values"] = values.ToJson() };
        double[] marks = [.. values.Values.ToArray().Where(double.IsFinite).Distinct().Order()];
        if (words is not null && marks.Any(mark => !double.IsInteger(mark) || mark < 0 || mark >= words.Count))
            throw new ArgumentException($"{name}: there are {words.Count} words, for 0 to {words.Count - 1}; a value is none of those.", nameof(words));
        if (words is null && marks.Length > few) return json;
        json["tickvals"] = new JsonArray([.. marks.Select(mark => Series.Number(mark))]);
        json["ticktext"] = new JsonArray([.. marks.Select(mark => (JsonNode)(words?[(int)mark] ?? mark.ToString("G4", CultureInfo.InvariantCulture)))]);
        return json;
    }

    private static Series[] Triple<T>(IEnumerable<T> x, IEnumerable<T> y, IEnumerable<T> z) where T : INumber<T>
    {
        var (first, second) = Pair(x, y);
        var third = Series.Of(z, nameof(z));
        first.MustMatch(third, nameof(x), nameof(z));
        return [first, second, third];
    }

    private static Figure ByCategory<T>(Series[] places, IEnumerable<T> category, IEnumerable<string>? labels) where T : IComparable<T>
    {
        var categories = category.ToArray();
        if (categories.Length != places[0].Count)
            throw new ArgumentException($"x and category must be of one length: x has {places[0].Count} values, category has {categories.Length}.", nameof(category));
        var texts = Texts(labels, places[0], nameof(labels));
        var groups = Enumerable.Range(0, categories.Length).GroupBy(i => categories[i]).OrderBy(group => group.Key);
        var traces = groups.Select(group =>
        {
            var dots = Dots([.. places.Select(place => place.At(group))], texts is null ? null : [.. group.Select(i => texts[i])]);
            return dots with { Order = [.. group], Name = Convert.ToString(group.Key, CultureInfo.InvariantCulture) };
        });
        return new(new Panel([.. traces]));
    }

    private static Trace ByValue(Series[] places, Series value, string? valueLabel, IEnumerable<string>? labels)
    {
        places[0].MustMatch(value, "x", nameof(value));
        var marker = new JsonObject
        {
            ["size"] = places.Length == 3 ? 3 : 6,
            ["color"] = value.ToJson(),
            ["colorscale"] = Palette.Magnitude,
            ["showscale"] = true,
            ["colorbar"] = HouseStyle.ColourBar(valueLabel),
        };
        return Dots(places, Texts(labels, places[0], nameof(labels))).With("marker", marker) with { Z = value.Extent, TakesColour = false };
    }

    private static Trace Dots(Series[] places, string[]? texts)
    {
        var space = places.Length == 3;
        var json = new JsonObject { ["type"] = space ? "scatter3d" : places[0].Count > SvgLimit ? "scattergl" : "scatter", ["mode"] = "markers" };
        json["marker"] = new JsonObject { ["size"] = space ? 3 : 6 };
        foreach (var (name, place) in new[] { "x", "y", "z" }.Zip(places))
            json[name] = place.ToJson();
        if (texts is not null)
        {
            json["text"] = new JsonArray([.. texts.Select(word => (JsonNode)word)]);
            json["hovertemplate"] = space ? "%{text}<br>(%{x:.4~g}, %{y:.4~g}, %{z:.4~g})" : "%{text}<br>(%{x:.4~g}, %{y:.4~g})";
        }
        return new(space ? "scatter in 3-D" : "scatter", json)
        {
            Space = space ? Space.Scene : Space.Plane,
            Count = places[0].Count,
            Order = [.. Enumerable.Range(0, places[0].Count)],
            X = places[0].Extent,
            Y = places[1].Extent,
            Z = space ? places[2].Extent : Extent.Empty,
        };
    }

    private static string[]? Texts(IEnumerable<string>? labels, Series places, string argument)
    {
        if (labels is null) return null;
        string[] texts = [.. labels];
        return texts.Length == places.Count
            ? texts
            : throw new ArgumentException($"x and {argument} must be of one length: x has {places.Count} values, {argument} has {texts.Length}.", argument);
    }
}
