using System.Collections;
using System.Text.RegularExpressions;

namespace Workbook.Course;

/// <summary>Options named by letters, in whatever form somebody writes them.</summary>
internal static partial class Letters
{
    /// <summary>What is wrong with a choice; null when it is the expected one.</summary>
    public static string? Fault(object? answer, string expected, string of, bool inOrder)
    {
        var words = Words(Text(answer).ToLowerInvariant(), of);
        if (words.FirstOrDefault(word => word.Length == 1 && word is not "i" && !of.Contains(word[0])) is { } other) return $"There is no option {other}: the options are {Spelled(of)}.";
        var chosen = string.Concat(words.Where(word => word.All(of.Contains)));
        if (chosen == "" && expected != "") return $"It names no option: the options are {Spelled(of)}.";
        return Same(chosen, expected, inOrder) ? null : "That is not it.";
    }

    private static bool Same(string chosen, string expected, bool inOrder) => inOrder ? chosen == expected : chosen.ToHashSet().SetEquals(expected);

    // In a sentence, letters in brackets count, "(c) a decoder", or else the words that are made of option letters.
    private static List<string> Words(string text, string of)
    {
        var all = In(text);
        if (all.All(word => word.All(of.Contains))) return all;
        var marked = In(string.Join(' ', Marked().Matches(text).Select(match => match.Groups[1].Value + match.Groups[2].Value)));
        return marked.Any(word => word.All(of.Contains)) ? marked : all;
    }

    private static List<string> In(string text) => [.. Regex.Matches(text, @"\p{L}+").Select(match => match.Value)];

    // "(a)", "(a, c)" or "a)".
    [GeneratedRegex(@"\(([^()]*)\)|(?<!\p{L})(\p{L})\)")]
    private static partial Regex Marked();

    private static string Text(object? answer) => answer switch
    {
        null => "",
        string text => text,
        IEnumerable several => string.Join(' ', several.Cast<object?>().Select(Text)),
        _ => answer.ToString() ?? "",
    };

    private static string Spelled(string of) => $"{string.Join(", ", of[..^1].ToCharArray())} and {of[^1]}";
}
