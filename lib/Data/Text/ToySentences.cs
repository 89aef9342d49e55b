using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>Drawn sentences of which it is known what each word can be told from: every one there is can be enumerated, with its probability.</summary>
/// <remarks>
/// <c>yesterday my dogs in the garden were hairy and they slept</c>. Number is told by noun, verb and pronoun, time by adverb and verbs, the adjective by the noun, from several words away;
/// the place by nothing. So the word before tells little of a word, and the sentence tells much: <see cref="Given"/> says how much, exactly. Notebook 09.
/// </remarks>
public static class ToySentences
{
    private static readonly ImmutableArray<(double P, string First, string Last, bool Past)> times =
        [(0.30, "", "", false), (0.20, "", "today", false), (0.15, "today", "", false), (0.20, "yesterday", "", true), (0.15, "", "yesterday", true)];

    private static readonly ImmutableArray<string> owners = ["my", "your", "the"];
    private static readonly ImmutableArray<string> places = ["in the garden", "on the table", "near the house", "by the window"];

    // Singular, plural, what it is like (0.5, 0.3 and 0.2 of the time), what it does now and did: one, several, in the past.
    private static readonly ImmutableArray<(string One, string Many, ImmutableArray<string> Like, ImmutableArray<(string One, string Many, string Past)> Does)> nouns =
    [
        ("dog", "dogs", ["hairy", "loyal", "hungry"], [("sleeps", "sleep", "slept"), ("barks", "bark", "barked")]),
        ("cat", "cats", ["lazy", "hairy", "hungry"], [("sleeps", "sleep", "slept"), ("jumps", "jump", "jumped")]),
        ("bird", "birds", ["loud", "small", "hungry"], [("sings", "sing", "sang"), ("jumps", "jump", "jumped")]),
        ("soup", "soups", ["hot", "salty", "good"], [("smells", "smell", "smelled"), ("cools", "cool", "cooled")]),
        ("cake", "cakes", ["sweet", "small", "good"], [("smells", "smell", "smelled"), ("waits", "wait", "waited")]),
        ("clock", "clocks", ["slow", "broken", "loud"], [("ticks", "tick", "ticked"), ("stops", "stop", "stopped")]),
        ("lamp", "lamps", ["bright", "broken", "small"], [("shines", "shine", "shone"), ("stops", "stop", "stopped")]),
        ("teacher", "teachers", ["tired", "kind", "loud"], [("reads", "read", "read"), ("waits", "wait", "waited")]),
        ("child", "children", ["tired", "small", "hungry"], [("reads", "read", "read"), ("sings", "sing", "sang")]),
    ];

    private static readonly ImmutableArray<double> likes = [0.5, 0.3, 0.2];
    private static readonly Lazy<ImmutableArray<(double P, ImmutableArray<string> Words)>> all = new(Enumerate);

    /// <summary>Every sentence there is and its probability; they sum to 1.</summary>
    public static ImmutableArray<(double Probability, ImmutableArray<string> Words)> All => all.Value;

    /// <summary>The longest sentence, in words.</summary>
    public static int Longest { get; } = 11;

    /// <summary>Draws sentences; the same seed gives the same ones, and a longer list begins with the shorter.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Another seed, other sentences.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public static TextLines Draw(int count, long seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var sums = new double[All.Length];
        for (var i = 0; i < sums.Length; i++) sums[i] = (i == 0 ? 0 : sums[i - 1]) + All[i].Probability;
        return TextLines.Of("drawn sentences", Enumerable.Range(0, count).Select(row =>
        {
            var found = Array.BinarySearch(sums, new SplitMix(seed, row).Uniform() * sums[^1]);
            return string.Join(' ', All[found < 0 ? ~found : Math.Min(found + 1, sums.Length - 1)].Words);
        }));
    }

    /// <summary>What stands for a word that is not known.</summary>
    public const string Hidden = "[MASK]";

    /// <summary>p(the word at this place | all the others), exactly: no model can know more.</summary>
    /// <param name="words">A sentence; what stands at the place does not matter, and <see cref="Hidden"/> stands for any word.</param>
    /// <param name="place">From 0.</param>
    /// <exception cref="ArgumentException">There is no such place, or no sentence fits the other words.</exception>
    public static IReadOnlyDictionary<string, double> Given(IReadOnlyList<string> words, int place)
    {
        if (place < 0 || place >= words.Count) throw new ArgumentException($"{nameof(place)}: expected 0 to {words.Count - 1}, got {place}.", nameof(place));
        var fitting = All.Where(sentence => sentence.Words.Length == words.Count && Enumerable.Range(0, words.Count).All(i => i == place || words[i] == Hidden || sentence.Words[i] == words[i])).ToList();
        if (fitting.Count == 0) throw new ArgumentException($"{nameof(words)}: no drawn sentence fits \"{string.Join(' ', words)}\" but for word {place}.", nameof(words));
        var whole = fitting.Sum(sentence => sentence.Probability);
        return fitting.GroupBy(sentence => sentence.Words[place]).ToDictionary(group => group.Key, group => group.Sum(sentence => sentence.Probability) / whole);
    }

    private static ImmutableArray<(double, ImmutableArray<string>)> Enumerate() =>
    [
        .. from time in times
           from owner in owners
           from noun in nouns
           from several in new[] { false, true }
           from place in places.Append("")
           from like in Enumerable.Range(0, likes.Length)
           from does in noun.Does.Select(d => (P: 0.25, Word: time.Past ? d.Past : several ? d.Many : d.One)).Append((P: 0.5, Word: ""))
           let p = time.P / owners.Length / nouns.Length / 2 * (place == "" ? 0.6 : 0.4 / places.Length) * likes[like] * does.P
           let words = $"{time.First} {owner} {(several ? noun.Many : noun.One)} {place} {(time.Past ? several ? "were" : "was" : several ? "are" : "is")} {noun.Like[like]}"
               + $" {(does.Word == "" ? "" : $"and {(several ? "they" : "it")} {does.Word}")} {time.Last}"
           select (p, words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray()),
    ];
}
