using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workbook.Sweeps;

/// <summary>One setting and the values it takes.</summary>
internal sealed record Axis(string Name, IReadOnlyList<string> Values);

/// <summary>One place of the grid.</summary>
/// <param name="Key">A name made of everything that decides its numbers; its files have it.</param>
/// <param name="Settings">What it sets, in the order of the axes.</param>
internal sealed record Point(string Key, IReadOnlyDictionary<string, string> Settings)
{
    public override string ToString() => Settings.Count == 0 ? "as it comes" : string.Join(' ', Settings.Select(pair => $"{pair.Key}={pair.Value}"));
}

/// <summary>A grid of one kind of run.</summary>
/// <param name="Run">The record's name.</param>
/// <param name="Data">What it learns from: <see cref="ImageSets"/>.</param>
/// <param name="Smoke">Whether at the smallest scale.</param>
/// <param name="Axes">The settings that are given, with one value or several.</param>
internal sealed record Plan(string Run, string Data, bool Smoke, IReadOnlyList<Axis> Axes)
{
    /// <summary>A plan from what was typed: <c>VaeRun LatentSize=2,5 Seed=1..3</c>. Nothing is run before every value is known to be one.</summary>
    /// <exception cref="FormatException">What is wrong, and what would be right.</exception>
    public static Plan Of(string run, string data, bool smoke, IEnumerable<string> assignments)
    {
        var kind = RunKind.Of(run);
        if (!ImageSets.Names.Contains(data, StringComparer.OrdinalIgnoreCase)) throw new FormatException($"there is no set of images '{data}'; there are {string.Join(", ", ImageSets.Names)}");
        var axes = new List<Axis>();
        foreach (var assignment in assignments)
        {
            if (assignment.Split('=', 2) is not [var name, var values]) throw new FormatException($"expected NAME=VALUES, got '{assignment}'");
            var axis = new Axis(kind.Setting(name), Split(name, values));
            if (axes.Any(other => other.Name == axis.Name)) throw new FormatException($"{axis.Name} is given twice: put all its values behind one sign of equality");
            foreach (var value in axis.Values) kind.Check(axis.Name, value);
            axes.Add(axis);
        }
        return new(kind.Name, data.ToLowerInvariant(), smoke, axes);
    }

    /// <summary>The settings of which there is more than one value.</summary>
    public IEnumerable<Axis> Varied => Axes.Where(axis => axis.Values.Distinct().Count() > 1);

    /// <summary>Every place of the grid once, the last setting changing fastest.</summary>
    public IReadOnlyList<Point> Points() => [.. All().DistinctBy(point => point.Key)];

    /// <summary>How many places are there more than once.</summary>
    public int Repeated => All().Count() - Points().Count;

    private IEnumerable<Point> All()
    {
        IEnumerable<IEnumerable<KeyValuePair<string, string>>> places = [[]];
        foreach (var axis in Axes)
            places = places.SelectMany(place => axis.Values, (place, value) => place.Append(new(axis.Name, value)));
        return places.Select(place => new Dictionary<string, string>(place)).Select(settings => new Point(Key(settings), settings));
    }

    // The same whatever the order in which settings are typed, and however a number is written.
    private string Key(Dictionary<string, string> settings)
    {
        var words = settings.Select(pair => $"{pair.Key}={Plain(pair.Value)}").Order(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Run, Data, Smoke.ToString(), .. words])));
        return Convert.ToHexStringLower(hash)[..12];
    }

    private static string Plain(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : value.Replace(" ", "").ToLowerInvariant();

    private static IReadOnlyList<string> Split(string name, string values)
    {
        try
        {
            return Sweeps.Values.Split(values);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{name}: {wrong.Message}", wrong);
        }
    }
}
