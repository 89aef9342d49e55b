using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Turns tables into tensors and back: numbers standardised, categories one-hot, by what the training part was like.</summary>
/// <remarks>Fit it to the training part alone, so that nothing is learned from what is held out, and encode both parts by it.</remarks>
public sealed class TableEncoder
{
    private readonly OneHotColumn? label;
    private readonly Source source;

    private TableEncoder(ImmutableArray<EncodedColumn> columns, OneHotColumn? label, Source source)
    {
        (Columns, this.label, this.source) = (columns, label, source);
        Size = columns.Sum(column => column.Size);
        Features = [.. columns.SelectMany(column => column is OneHotColumn { Levels: var levels } ? levels.Select(level => $"{column.Name}={level}") : [column.Name])];
    }

    /// <summary>The encoded columns and where each lies in a row: for a likelihood that is another for numbers and for categories.</summary>
    public ImmutableArray<EncodedColumn> Columns { get; }

    /// <summary>What each of the D numbers of a row is: <c>age</c>, <c>sex=Female</c>, <c>sex=Male</c>.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>How many numbers a row takes: D.</summary>
    public int Size { get; }

    /// <summary>What the labels mean; none where there is no label.</summary>
    public ImmutableArray<string> Classes => label?.Levels ?? [];

    /// <summary>Learns means, deviations and categories.</summary>
    /// <param name="train">The part to learn from.</param>
    /// <param name="label">A categorical column that is the class of a row: not encoded, and had by <see cref="Labels"/>.</param>
    /// <param name="impute">Whether a missing number becomes the mean and a missing category the most frequent one. Default: it is refused.</param>
    /// <exception cref="InvalidDataException">An entry is missing: file, line and column are named.</exception>
    /// <exception cref="ArgumentException">There is no column <paramref name="label"/>, or it holds numbers, or no other column is left.</exception>
    public static TableEncoder Fit(Table train, string? label = null, bool impute = false)
    {
        var columns = ImmutableArray.CreateBuilder<EncodedColumn>();
        var size = 0;
        foreach (var column in train.Columns)
        {
            if (column.Name == label) continue;
            columns.Add(column is NumericColumn numbers ? StandardisedColumn.Fit(train, numbers, size, impute) : OneHotColumn.Fit(train, (CategoricalColumn)column, size, impute));
            size += columns[^1].Size;
        }
        if (columns.Count == 0) throw new ArgumentException($"{nameof(train)}: expected a column beside the label.", nameof(train));
        return new(columns.ToImmutable(), label is null ? null : OneHotColumn.Fit(train, Classed(train[label]), 0, impute: false), train.Source);
    }

    /// <summary>The rows as numbers, float32: (N, D).</summary>
    /// <exception cref="InvalidDataException">An entry is missing, or a category was not met before: file, line and column are named.</exception>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    public Tensor Encode(Table table, Device? device = null)
    {
        var codes = new float[(long)table.Count * Size];
        foreach (var column in Columns) column.Encode(table, table[column.Name], codes, Size);
        return tensor(codes, [table.Count, Size], device: device);
    }

    /// <summary>The number of each row's class, int64: (N).</summary>
    /// <exception cref="InvalidOperationException">The encoder was fitted without a label.</exception>
    /// <exception cref="InvalidDataException">A class is missing, or was not met before: file, line and column are named.</exception>
    public Tensor Labels(Table table, Device? device = null)
    {
        if (label is null) throw new InvalidOperationException("The encoder was fitted without a label: TableEncoder.Fit(train, label: …) names the column that is one.");
        return tensor(label.Codes(table, table[label.Name]).Select(code => (long)code).ToArray(), device: device);
    }

    /// <summary>Rows of numbers as a table again: mean + deviation · z, and of each category's numbers the largest. The label is not among them.</summary>
    /// <param name="rows">Encoded or reconstructed rows: (N, D).</param>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public Table Decode(Tensor rows)
    {
        if (rows.dim() != 2 || rows.shape[1] != Size) throw new ArgumentException($"{nameof(rows)}: expected (N, {Size}), got ({string.Join(", ", rows.shape)}).", nameof(rows));
        using var scope = NewDisposeScope();
        var codes = rows.detach().cpu().to(ScalarType.Float32).contiguous().data<float>().ToArray();
        var count = (int)rows.shape[0];
        return new([.. Columns.Select((column, i) => column.Decode(codes, Size, count, i + 1))], [.. Enumerable.Range(1, count)], "decoded rows",
            source with { Title = $"{source.Title}, decoded" });
    }

    private static CategoricalColumn Classed(Column column) => column as CategoricalColumn ?? throw new ArgumentException(
        $"label: expected a column of categories, {column.Name} holds numbers: name it in Categorical when the table is read.", nameof(label));
}
