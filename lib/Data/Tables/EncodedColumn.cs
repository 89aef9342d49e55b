using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>Where a column of a table lies in an encoded row, and what was learned of it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Start">The first of its numbers in a row of D.</param>
/// <param name="Size">How many numbers it takes.</param>
public abstract record EncodedColumn(string Name, int Start, int Size)
{
    internal abstract void Encode(Table table, Column column, Span<float> codes, int width);

    internal abstract Column Decode(ReadOnlySpan<float> codes, int width, int rows, int field);

    /// <summary>The entry where one is missing: what to do instead, as a sentence.</summary>
    internal static InvalidDataException Lacking(Table table, Column column, int row) => new(
        $"{table.Place(row, column)}: expected an entry, found none ({table.Missing} are missing in all): leave such rows out by WithoutMissing(), or say impute: true.");
}

/// <summary>A column of numbers: z = (x − mean) / deviation.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Start">Its place in a row of D.</param>
/// <param name="Mean">Mean over the rows it was fitted to.</param>
/// <param name="Deviation">√(Σ (x − mean)² / N) over those rows; 1 where they are all the same.</param>
/// <param name="Impute">Whether a missing number becomes the mean.</param>
public sealed record StandardisedColumn(string Name, int Start, double Mean, double Deviation, bool Impute) : EncodedColumn(Name, Start, 1)
{
    internal static StandardisedColumn Fit(Table table, NumericColumn column, int start, bool impute)
    {
        var known = column.Values.Where(value => !double.IsNaN(value)).ToList();
        if (known.Count < column.Values.Length && !impute) throw Lacking(table, column, Enumerable.Range(0, table.Count).First(column.IsMissing));
        if (known.Count == 0) throw new InvalidDataException($"{table.Place(0, column)}: expected at least one number in the column, found none: leave it out by Without.");
        var mean = known.Average();
        var deviation = Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
        return new(column.Name, start, mean, deviation > 0 ? deviation : 1, impute);
    }

    internal override void Encode(Table table, Column column, Span<float> codes, int width)
    {
        if (column is not NumericColumn { Values: var values }) throw new InvalidDataException($"{table.Place(0, column)}: expected numbers, as where the encoder was fitted, found categories.");
        for (var row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]) && !Impute) throw Lacking(table, column, row);
            codes[row * width + Start] = double.IsNaN(values[row]) ? 0 : (float)((values[row] - Mean) / Deviation);
        }
    }

    internal override Column Decode(ReadOnlySpan<float> codes, int width, int rows, int field)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++) values[row] = Mean + Deviation * codes[row * width + Start];
        return new NumericColumn(Name, field, [.. values]);
    }
}

/// <summary>A column of categories: 1 at the row's category, 0 at the others.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Start">The first of its numbers in a row of D.</param>
/// <param name="Levels">The categories, in the order of the numbers.</param>
/// <param name="Imputed">The category that a missing entry becomes, the most frequent; −1 where it is refused.</param>
public sealed record OneHotColumn(string Name, int Start, ImmutableArray<string> Levels, int Imputed) : EncodedColumn(Name, Start, Levels.Length)
{
    internal static OneHotColumn Fit(Table table, CategoricalColumn column, int start, bool impute)
    {
        if (column.Missing > 0 && !impute) throw Lacking(table, column, Enumerable.Range(0, table.Count).First(column.IsMissing));
        var counts = column.Codes.Where(code => code >= 0).CountBy(code => code).OrderBy(pair => pair.Key).ToList();
        var order = counts.Select(pair => pair.Key).ToList();                    // a split may have left some levels to the other part
        return new(column.Name, start, [.. order.Select(code => column.Levels[code])], impute ? order.IndexOf(counts.MaxBy(pair => pair.Value).Key) : -1);
    }

    /// <summary>For each row the number of its category among <see cref="Levels"/>.</summary>
    internal int[] Codes(Table table, Column column)
    {
        if (column is not CategoricalColumn words) throw new InvalidDataException($"{table.Place(0, column)}: expected categories, as where the encoder was fitted, found numbers: name the column in Categorical.");
        var known = words.Levels.Select(level => Levels.IndexOf(level)).ToArray();
        return [.. words.Codes.Select((code, row) =>
        {
            if (code < 0) return Imputed >= 0 ? Imputed : throw Lacking(table, column, row);
            return known[code] >= 0 ? known[code] : throw new InvalidDataException(
                $"{table.Place(row, column)}: expected a category that the encoder was fitted to, {Column.Listed(Levels)}, found {words.Levels[code]}: fit it to a part that has all, or rename it by Relabelled.");
        })];
    }

    internal override void Encode(Table table, Column column, Span<float> codes, int width)
    {
        var chosen = Codes(table, column);
        for (var row = 0; row < chosen.Length; row++) codes[row * width + Start + chosen[row]] = 1;
    }

    internal override Column Decode(ReadOnlySpan<float> codes, int width, int rows, int field)
    {
        var chosen = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            var ones = codes.Slice(row * width + Start, Size);
            for (var level = 1; level < Size; level++) if (ones[level] > ones[chosen[row]]) chosen[row] = level;
        }
        return new CategoricalColumn(Name, field, Levels, [.. chosen]);
    }
}
