using System.Collections;
using System.Runtime.CompilerServices;

namespace Workbook.Course;

/// <summary>Answers that are right or wrong, part by part: how many parts are right, not which, and not what the others should be.</summary>
internal static class Parts
{
    public static string? Between(object? actual, object? expected)
    {
        if (actual is null && expected is not null) return "Your answer is null.";
        if (Of(actual) is not { } found || Of(expected) is not { } wanted) return AreEqual(actual, expected) ? null : "That is not right yet.";
        if (found.Count != wanted.Count) return $"{found.Count} part{(found.Count == 1 ? " is" : "s are")} too {(found.Count < wanted.Count ? "few" : "many")}.";
        var right = found.Zip(wanted, AreEqual).Count(same => same);
        return right == wanted.Count ? null : $"{right} of {wanted.Count} parts {(right == 1 ? "is" : "are")} right.";
    }

    private static List<object?>? Of(object? value) => value switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
        IEnumerable parts and not string => [.. parts.Cast<object?>()],
        _ => null,
    };

    private static bool AreEqual(object? actual, object? expected) =>
        actual is string text && expected is string wanted ? Plain(text) == Plain(wanted)
        : Of(actual) is { } found && Of(expected) is { } parts ? found.Count == parts.Count && found.Zip(parts, AreEqual).All(same => same)
        : Equals(actual, expected);

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
}
