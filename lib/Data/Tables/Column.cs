using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>A column of a <see cref="Table"/>: numbers or categories.</summary>
/// <param name="Name">As the table's first line calls it.</param>
/// <param name="Field">Its place in the file, counted from 1.</param>
public abstract record Column(string Name, int Field)
{
    /// <summary>How many entries are missing.</summary>
    public abstract int Missing { get; }

    internal abstract bool IsMissing(int row);

    internal static string Listed(ImmutableArray<string> levels) =>
        levels.Length <= 8 ? string.Join(", ", levels) : $"{string.Join(", ", levels.Take(5))}, … ({levels.Length} in all)";

    internal abstract Column Rows(IReadOnlyList<int> rows);
}

/// <summary>A column of numbers.</summary>
/// <param name="Name">As the table's first line calls it.</param>
/// <param name="Field">Its place in the file, counted from 1.</param>
/// <param name="Values">One number a row; NaN where it is missing.</param>
public sealed record NumericColumn(string Name, int Field, ImmutableArray<double> Values) : Column(Name, Field)
{
    /// <inheritdoc/>
    public override int Missing => Values.Count(double.IsNaN);

    /// <summary>What it is, in one line.</summary>
    public override string ToString()
    {
        var known = Values.Where(value => !double.IsNaN(value)).ToList();
        return known.Count == 0 ? $"{Name}: no number" : FormattableString.Invariant($"{Name}: {known.Min():G6} to {known.Max():G6}, mean {known.Average():G6}");
    }

    internal override bool IsMissing(int row) => double.IsNaN(Values[row]);

    internal override Column Rows(IReadOnlyList<int> rows) => this with { Values = [.. rows.Select(row => Values[row])] };
}

/// <summary>A column of categories.</summary>
/// <param name="Name">As the table's first line calls it.</param>
/// <param name="Field">Its place in the file, counted from 1.</param>
/// <param name="Levels">The categories: by size where all are numbers, else in ordinal order.</param>
/// <param name="Codes">One number of a level a row; −1 where it is missing.</param>
public sealed record CategoricalColumn(string Name, int Field, ImmutableArray<string> Levels, ImmutableArray<int> Codes) : Column(Name, Field)
{
    /// <inheritdoc/>
    public override int Missing => Codes.Count(code => code < 0);

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => $"{Name}: {Listed(Levels)}";

    internal override bool IsMissing(int row) => Codes[row] < 0;

    internal override Column Rows(IReadOnlyList<int> rows) => this with { Codes = [.. rows.Select(row => Codes[row])] };

    /// <summary>A column of these words; null where one is missing.</summary>
    internal static CategoricalColumn Of(string name, int field, IReadOnlyList<string?> words)
    {
        var levels = words.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        if (levels.All(level => TableReader.Number(level) is not null)) levels = [.. levels.OrderBy(level => TableReader.Number(level))];
        var codes = levels.Select((level, code) => (level, code)).ToDictionary(pair => pair.level, pair => pair.code);
        return new(name, field, [.. levels], [.. words.Select(word => word is null ? -1 : codes[word])]);
    }
}
