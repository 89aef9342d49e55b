using System.Collections;
using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel;

/// <summary>A value as a terminal shows it: bounded in length and depth.</summary>
internal static class PlainText
{
    private const int Longest = 100_000;

    public static string Of(object? value)
    {
        var text = Of(value, Formatter.RecursionLimit, inside: false);
        return text.Length <= Longest ? text : text[..Longest] + $"… ({text.Length:N0} characters)";
    }

    private static string Of(object? value, int depth, bool inside) => value switch
    {
        null => "null",
        string text => inside ? $"\"{text}\"" : text,
        char letter => inside ? $"'{letter}'" : letter.ToString(),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ when Parts.IsScalar(value) => value.ToString() ?? "",
        _ when depth == 0 => value.GetType().Name,
        System.Runtime.CompilerServices.ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth - 1, true)))})",
        IDictionary dictionary => Braces(Entries(dictionary, depth), dictionary.Count),
        IEnumerable sequence => Sequence(sequence, depth),
        _ => $"{TypeName.Of(value.GetType())} {{ {string.Join(", ", Parts.MembersOf(value).Select(member => $"{member.Name} = {Of(member.Value, depth - 1, true)}"))} }}".TrimStart(),
    };

    private static IEnumerable<string> Entries(IDictionary dictionary, int depth) =>
        Parts.EntriesOf(dictionary).Take(Formatter.ListExpansionLimit)
            .Select(entry => $"{Of(entry.Key, depth - 1, true)}: {Of(entry.Value, depth - 1, true)}");

    private static string Braces(IEnumerable<string> entries, int count) =>
        $"{{ {string.Join(", ", entries)}{(count > Formatter.ListExpansionLimit ? $", … ({count:N0} entries)" : "")} }}";

    private static string Sequence(IEnumerable sequence, int depth)
    {
        var (items, more) = Parts.FirstOf(sequence, Formatter.ListExpansionLimit);
        var rest = !more ? "" : Parts.CountOf(sequence) is { } count ? $", … ({count:N0} items)" : ", …";
        return $"[{string.Join(", ", items.Select(item => Of(item, depth - 1, true)))}{rest}]";
    }
}
