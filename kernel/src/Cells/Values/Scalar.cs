using System.Globalization;

namespace Workbook.Kernel.Cells.Values;

/// <summary>A value that is one piece, as text: the same on every machine, dates from the year down.</summary>
internal static class Scalar
{
    private const int MostBytes = 32;

    public static Shape.Leaf Of(object? value) => value switch
    {
        null or DBNull => new("null", LeafKind.Null),
        string text => new(text, LeafKind.Text),
        char letter => new(letter.ToString(), LeafKind.Letter),
        bool truth => new(truth ? "true" : "false"),
        byte[] bytes => new(Bytes(bytes)),
        DateTime moment => new(moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        DateTimeOffset moment => new(moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", CultureInfo.InvariantCulture)),
        DateOnly day => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => new(time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        Delegate function => new(TypeName.Of(function.GetType())),
        Type { IsGenericType: true } type => new(TypeName.InFull(type)),
        Exception problem => Said(problem.ToString) is var said && said.Text.StartsWith('(') ? said : said with { Html = Trace(problem) },
        IFormattable formattable => Said(() => formattable.ToString(null, CultureInfo.InvariantCulture), IsNumber(value) ? LeafKind.Number : LeafKind.Plain),
        _ => Said(value.ToString),
    };

    // A value that cannot say what it is shows why, in the place of its text, as a property does; a stop is none of its business.
    private static Shape.Leaf Said(Func<string?> text, LeafKind kind = LeafKind.Plain)
    {
        try
        {
            return new(text() ?? "", kind);
        }
        catch (Exception problem) when (!Guard.Stopping)
        {
            return Failed(problem);
        }
    }

    /// <summary>In the place of what could not be had.</summary>
    public static Shape.Leaf Failed(Exception problem) => new($"({problem.GetType().Name})");

    private static bool IsNumber(object value) => value is not Enum
        && (value is IConvertible convertible && convertible.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal
            || value is Half or Int128 or UInt128 or nint or nuint || value.GetType().FullName == "System.Numerics.BigInteger");

    private static string Bytes(byte[] bytes)
    {
        var first = string.Join(' ', bytes.Take(MostBytes).Select(part => part.ToString("X2", CultureInfo.InvariantCulture)));
        return bytes.Length > MostBytes ? string.Create(CultureInfo.InvariantCulture, $"{first} … ({bytes.Length:N0} bytes)") : $"[{first}]";
    }

    private static string Trace(Exception problem) =>
        $"<details><summary>{Markup(problem.GetType().Name)}: {Markup(problem.Message)}</summary><pre>{Markup(problem.ToString())}</pre></details>";

    private static string Markup(string text) => System.Net.WebUtility.HtmlEncode(text);
}
