using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>The Adult table of the US census of 1994: 32,561 + 16,281 people, whether they earn more than 50,000 dollars a year, and their sex.</summary>
/// <remarks>
/// Kohavi, "Scaling up the accuracy of naive-Bayes classifiers" (1996). Every feature becomes 0 or 1, as in Louizos et al., "The variational fair autoencoder" (2016),
/// arXiv:1511.00830, §4.1: categories one by one, a missing one being a category too, and numbers by which fifth of the training part they fall into. Left out are the
/// weight of a row in the census and the years of education, of which the degree says the same.
/// </remarks>
public static class Adult
{
    private const string Group = "sex", Label = "income";
    private const int Parts = 5;

    private static readonly TableFormat format = new()
    {
        Names = ["age", "workclass", "fnlwgt", "education", "education-num", "marital-status", "occupation", "relationship", "race", Group, "capital-gain", "capital-loss", "hours-per-week", "native-country", Label],
        Missing = [""],                                                             // and "?" is a category like others
        Comment = '|',
        Separator = ',',
    };

    /// <summary>Reads the table and brings it to a device; s = 1 is a man, y = 1 an income above 50,000 dollars.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given. There is no public mirror of the packed files.</param>
    /// <exception cref="MissingDataException">It is not on this machine.</exception>
    /// <exception cref="InvalidDataException">A file has the wrong hash, or is no such table.</exception>
    public static Census Load(Device? device = null, Store? store = null)
    {
        store ??= Store.Default;
        var tables = Sources.Adult.Files.Select(file => Table.Read(store.Fetch(Sources.Adult, file), format).Without("fnlwgt", "education-num")).ToArray();
        ImmutableArray<Indicator> indicators = [.. tables[0].Columns.Where(column => column.Name is not (Group or Label)).SelectMany(Indicators)];
        return new("Adult", Encoded(tables[0], indicators, device), Encoded(tables[1], indicators, device), [.. indicators.Select(indicator => indicator.Name)], ["women", "men"], "more than 50,000 dollars a year");
    }

    private static Population Encoded(Table table, ImmutableArray<Indicator> indicators, Device? device)
    {
        var x = new float[table.Count * indicators.Length];
        for (var i = 0; i < indicators.Length; i++)
        {
            var column = table[indicators[i].Column];
            for (var row = 0; row < table.Count; row++) x[row * indicators.Length + i] = indicators[i].IsOf(column, row) ? 1 : 0;
        }
        return new(tensor(x, [table.Count, indicators.Length], device: device), Ones(table, Group, "Male"), Ones(table, Label, ">50K"));

        Tensor Ones(Table table, string name, string one)
        {
            var column = (CategoricalColumn)table[name];
            return tensor(column.Codes.Select(code => column.Levels[code].StartsWith(one, StringComparison.Ordinal) ? 1L : 0).ToArray(), device: device);
        }
    }

    // One for each category, or for each fifth of a column of numbers: of equal bounds, one is kept.
    private static IEnumerable<Indicator> Indicators(Column column)
    {
        if (column is CategoricalColumn words) return words.Levels.Select(level => new Indicator($"{column.Name}={level}", column.Name, (c, row) => ((CategoricalColumn)c).Levels[((CategoricalColumn)c).Codes[row]] == level));
        var sorted = ((NumericColumn)column).Values.Order().ToArray();
        double[] bounds = [double.NegativeInfinity, .. Enumerable.Range(1, Parts - 1).Select(part => sorted[part * sorted.Length / Parts]).Append(sorted[0]).Distinct().Order(), double.PositiveInfinity];
        return bounds.Zip(bounds.Skip(1), (low, high) => new Indicator(FormattableString.Invariant($"{column.Name} in ({low}, {high}]"), column.Name, (c, row) => ((NumericColumn)c).Values[row] is var value && low < value && value <= high));
    }

    private sealed record Indicator(string Name, string Column, Func<Column, int, bool> IsOf);
}
