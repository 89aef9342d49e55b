using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Workbook.Data;

/// <summary>Reads a table: fields by CsvHelper, then names, then columns of numbers or of words.</summary>
/// <remarks>
/// CsvHelper is the CSV reader most used in .NET: maintained since 2009, under MS-PL or Apache-2.0, managed code without dependencies,
/// and it counts lines, which errors need. (Sep is quicker and not yet at version 1; Sylvan.Data.Csv counts no lines.)
/// </remarks>
internal sealed class TableReader(OwnFile file, TableFormat format)
{
    private readonly List<(string[] Fields, int Line)> records = [];

    public Table Read()
    {
        var text = file.Text(format.Encoding);
        Fields(text, format.Separator ?? Guessed(text));
        if (records.Count == 0) throw new InvalidDataException($"{file.Path}: expected a table, found no line.");
        var names = Names();
        if (records.Count == 0) throw new InvalidDataException($"{file.Path}: expected rows below the names of the columns, found none.");
        foreach (var (fields, line) in records)
            if (fields.Length != names.Length) throw new InvalidDataException(
                $"{file.Path}, line {line}: expected {names.Length} fields, one for each column, found {fields.Length}: mend the line, put quotes around a field that holds the separator, or name the separator.");
        foreach (var name in format.Categorical)
            if (!names.Contains(name)) throw new InvalidDataException($"{file.Path}: expected a column {name}, as Categorical says, found {string.Join(", ", names)}.");
        var columns = names.Select((name, i) => Column(name, i)).ToImmutableArray();
        var about = FormattableString.Invariant($"{records.Count:N0} rows of {columns.Length} columns.");
        return new(columns, [.. records.Select(record => record.Line)], file.Path, Source.Own(file.Path, about, [file.Entry]));
    }

    /// <summary>A finite number with a decimal point, or null.</summary>
    public static double? Number(string entry) =>
        double.TryParse(entry, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private void Fields(string text, char separator)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = separator != ' ',
            CommentPrefix = format.Comment,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        try
        {
            while (reader.Read())
            {
                var fields = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i));
                if (separator == ' ') fields = fields.Where(field => field.Length > 0);
                if (fields.ToArray() is { Length: > 0 } record && !(record.Length == 1 && string.IsNullOrWhiteSpace(record[0]))) records.Add((record, (int)reader.LineNumber));
            }
        }
        catch (CsvFormatException wrong)
        {
            throw new InvalidDataException($"{file.Path}, line {wrong.LineNumber}: expected quotes around whole fields, each closed again and doubled inside, found others.", wrong);
        }
    }

    private char Guessed(string text)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace() || line[0] == format.Comment) continue;
            var (quoted, outside) = (false, new HashSet<char>());
            foreach (var letter in line.Trim())
                if (letter == '"') quoted = !quoted;
                else if (!quoted) outside.Add(letter);
            foreach (var candidate in "\t;, ")
                if (outside.Contains(candidate)) return candidate;
            break;
        }
        return ',';
    }

    /// <summary>The names of the columns; the line that held them is taken off.</summary>
    private ImmutableArray<string> Names()
    {
        var (first, line) = records[0];
        if (format.Header ?? format.Names.IsEmpty) records.RemoveAt(0);
        else first = [.. Enumerable.Repeat("", first.Length)];
        if (format.Header is null && format.Names.IsEmpty && first.FirstOrDefault(name => Number(name) is not null) is { } number) throw new InvalidDataException(
            $"{file.Path}, line {line}: expected names of columns, found {number}: if the file has no such line, give Names, or say Header = false; if {number} is a name, say Header = true.");
        if (!format.Names.IsEmpty && format.Names.Length != first.Length) throw new InvalidDataException(
            $"{file.Path}, line {line}: expected {format.Names.Length} fields, one for each of the Names, found {first.Length}.");
        var names = format.Names.IsEmpty ? [.. first.Select((name, i) => name.Length > 0 ? name : $"column {i + 1}")] : format.Names;
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new InvalidDataException(
            $"{file.Path}, line {line}: expected a name of its own for every column, found {twice.Key} in {string.Join(" and ", names.Select((name, i) => (name, i + 1)).Where(pair => pair.name == twice.Key).Select(pair => pair.Item2))}.");
        return names;
    }

    private Column Column(string name, int index)
    {
        var entries = records.Select(record => format.Missing.Contains(record.Fields[index]) ? null : record.Fields[index]).ToArray();
        if (format.Categorical.Contains(name)) return CategoricalColumn.Of(name, index + 1, entries);
        var numbers = entries.Select(entry => entry is null ? double.NaN : Number(format.DecimalComma ? entry.Replace(',', '.') : entry)).ToArray();
        var wrong = Array.IndexOf(numbers, null);
        if (wrong < 0) return new NumericColumn(name, index + 1, [.. numbers.Select(number => number!.Value)]);
        var right = numbers.Count(number => number is { } value && !double.IsNaN(value));
        var commas = entries[wrong]!.Count(letter => letter == ',') == 1 && Number(entries[wrong]!.Replace(',', '.')) is not null;
        if (right == 0 && !commas) return CategoricalColumn.Of(name, index + 1, entries);
        var place = $"{file.Path}, line {records[wrong].Line}, column {index + 1} ({name}): ";
        throw new InvalidDataException(commas
            ? $"{place}expected a number with a decimal point, found {entries[wrong]}: say DecimalComma = true if the comma is one, or take it out if it parts thousands."
            : $"{place}expected a number, as in {right} other rows, found {entries[wrong]}: correct it, name it in Missing if it stands for a missing entry, or name the column in Categorical if it holds categories.");
    }
}
