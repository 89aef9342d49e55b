using System.Text.RegularExpressions;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary>What follows a magic's name: options (<c>--name x</c>, <c>--name "a b"</c>) and plain words.</summary>
internal sealed partial class MagicOptions
{
    private readonly Dictionary<string, string> values = [];

    public List<string> Plain { get; } = [];

    /// <summary>An option's value, or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <exception cref="CellFailure">An option that the magic does not have, or one without a value.</exception>
    public static MagicOptions Parse(MagicCall call, string[] known)
    {
        var options = new MagicOptions();
        var words = Word().Matches(call.Argument).Select(match => match.Value).ToList();
        for (var i = 0; i < words.Count; i++)
            if (!words[i].StartsWith("--", StringComparison.Ordinal)) options.Plain.Add(Bare(words[i]));
            else if (!known.Contains(words[i][2..])) throw call.Fail($"{call.Block.Magic!.Name} has no option {words[i]}; it has {string.Join(", ", known.Select(name => "--" + name))}.");
            else if (++i == words.Count) throw call.Fail($"{words[i - 1]} wants a value.");
            else options.values[words[i - 1][2..]] = Bare(words[i]);
        return options;
    }

    private static string Bare(string word) => word is ['"', .. var inner, '"'] ? inner : word;

    [GeneratedRegex("""@\w+:"[^"]*"|"[^"]*"|\S+""")]
    private static partial Regex Word();
}
