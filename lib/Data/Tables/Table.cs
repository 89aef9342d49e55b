using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>A table of named columns, each of numbers or of categories, as a file of comma-separated values has it.</summary>
/// <remarks><see cref="TableEncoder"/> makes a tensor of it, and a table of a tensor. Every change makes another table; what went wrong in a row is said with its line in the file.</remarks>
public sealed class Table
{
    private readonly ImmutableArray<int> lines;
    private readonly string path;

    internal Table(ImmutableArray<Column> columns, ImmutableArray<int> lines, string path, Source source) => (Columns, this.lines, this.path, Source) = (columns, lines, path, source);

    /// <summary>The columns, in the order of the file.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>How many rows: N.</summary>
    public int Count => lines.Length;

    /// <summary>How many entries are missing, in all columns together.</summary>
    public int Missing => Columns.Sum(column => column.Missing);

    /// <summary>Where it came from.</summary>
    public Source Source { get; }

    /// <summary>The column of this name.</summary>
    /// <exception cref="ArgumentException">There is none; the sentence lists those there are.</exception>
    public Column this[string name] => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new ArgumentException($"{path}: there is no column {name}; there are {string.Join(", ", Columns.Select(column => column.Name))}.", nameof(name));

    /// <summary>Reads a file of comma-separated values, plain or gzipped. A column whose entries are all numbers is numeric, one of words is categorical.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is written; as usual unless given.</param>
    /// <exception cref="InvalidDataException">The file is no table: one sentence with file, line and column, what was expected, what was found and what to do.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Table Read(string path, TableFormat? format = null) => new TableReader(OwnFile.Read(path), format ?? new()).Read();

    /// <summary>The table without these columns.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Table Without(params ReadOnlySpan<string> names)
    {
        var rest = Columns;
        foreach (var name in names) rest = rest.Remove(this[name]);
        return new(rest, lines, path, Source);
    }

    /// <summary>The table without the rows in which something is missing.</summary>
    /// <exception cref="InvalidDataException">No row is whole.</exception>
    public Table WithoutMissing()
    {
        var whole = Enumerable.Range(0, Count).Where(row => !Columns.Any(column => column.IsMissing(row))).ToList();
        return whole.Count > 0 ? Rows(whole) : throw new InvalidDataException($"{path}: expected at least one row without a missing entry, found none in {Count}.");
    }

    /// <summary>The table with other words for the categories of a column; those with the same word become one.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it holds numbers.</exception>
    public Table Relabelled(string column, Func<string, string> rename)
    {
        var old = this[column] as CategoricalColumn ?? throw new ArgumentException($"{path}: column {column} holds numbers, not categories.", nameof(column));
        var words = old.Levels.Select(rename).ToArray();
        return new(Columns.Replace(old, CategoricalColumn.Of(old.Name, old.Field, [.. old.Codes.Select(code => code < 0 ? null : words[code])])), lines, path, Source);
    }

    /// <summary>Shuffles the rows and parts them in two.</summary>
    /// <param name="test">The share that is held out.</param>
    /// <param name="seed">Another seed, another split.</param>
    /// <exception cref="ArgumentException">Nothing would be left to learn from, or to test on.</exception>
    public (Table Train, Table Test) Split(double test = 0.2, long seed = 1)
    {
        var split = Data.Split.Of(new long[Count], test, seed);
        return (Rows([.. split.Train.Select(row => (int)row)]), Rows([.. split.Test.Select(row => (int)row)]));
    }

    /// <summary>What it is, in one line, then a line for each column.</summary>
    public override string ToString() => string.Join('\n', Columns.Select(column => $"  {column}").Prepend(FormattableString.Invariant(
        $"{Source.Title}: {Count:N0} rows, {Columns.OfType<NumericColumn>().Count()} numeric and {Columns.OfType<CategoricalColumn>().Count()} categorical columns, {Missing:N0} entries missing")));

    /// <summary>Where an entry stands: file, line and column.</summary>
    internal string Place(int row, Column column) => $"{path}, line {lines[row]}, column {column.Field} ({column.Name})";

    private Table Rows(IReadOnlyList<int> rows) => new([.. Columns.Select(column => column.Rows(rows))], [.. rows.Select(row => lines[row])], path, Source);
}
