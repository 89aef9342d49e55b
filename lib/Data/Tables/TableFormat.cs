using System.Collections.Immutable;
using System.Text;

namespace Workbook.Data;

/// <summary>How a file of comma-separated values is written, where it is not as usual.</summary>
public sealed record TableFormat
{
    /// <summary>What stands between two fields: a comma, a semicolon, a tab, or ' ' for any number of spaces. Default: the first of tab, semicolon, comma, space that the first line has outside quotes.</summary>
    public char? Separator { get; init; }

    /// <summary>Names of the columns of a file whose first line does not name them. Default: the first line does.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Whether the first line names the columns. Default: yes unless <see cref="Names"/> are given; a first line with numbers in it is then refused.</summary>
    public bool? Header { get; init; }

    /// <summary>Columns of words although every entry looks like a number: years, codes, classes called 0 and 1. Default: none.</summary>
    public ImmutableArray<string> Categorical { get; init; } = [];

    /// <summary>What a missing entry looks like. Default: nothing, <c>?</c>, <c>NA</c>, <c>NaN</c>, <c>nan</c>.</summary>
    public ImmutableArray<string> Missing { get; init; } = ["", "?", "NA", "NaN", "nan"];

    /// <summary>Whether numbers are written 1,5 and not 1.5. Default: no.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>A character that begins a line to be passed over. Default: none.</summary>
    public char? Comment { get; init; }

    /// <summary>The encoding of a file without a byte order mark. Default: UTF-8.</summary>
    public Encoding? Encoding { get; init; }
}
