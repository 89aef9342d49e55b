using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>Learns which neighbouring pieces of words to join: the vocabulary of byte pair encoding.</summary>
/// <remarks>
/// Every word begins as its letters, the last one marked as an end. Again and again the most frequent pair of neighbours, over all words as often as they occur, becomes one piece. What a text is
/// cut into by these merges is the work of Microsoft.ML.Tokenizers. Sennrich, Haddow and Birch, "Neural machine translation of rare words with subword units" (2016), arXiv:1508.07909, algorithm 1.
/// </remarks>
internal static class PairMerges
{
    /// <summary>Marks the last piece of a word.</summary>
    public const string End = "</w>";

    /// <summary>The pieces there are, single letters first, and the pairs that were joined, in their order.</summary>
    /// <param name="words">Words with how often each occurs.</param>
    /// <param name="merges">How many pairs at most; fewer where no pair occurs twice.</param>
    public static (ImmutableArray<string> Pieces, ImmutableArray<(string First, string Second)> Merges) Learn(IEnumerable<KeyValuePair<string, int>> words, int merges)
    {
        var cut = words.Select(word => (Pieces: Letters(word.Key), Count: word.Value)).ToList();
        var pieces = cut.SelectMany(word => word.Pieces).Distinct().Order(StringComparer.Ordinal).ToList();
        var joined = new List<(string, string)>();
        while (joined.Count < merges)
        {
            var counts = new Dictionary<(string First, string Second), int>();
            foreach (var (parts, count) in cut)
                for (var i = 1; i < parts.Count; i++) counts[(parts[i - 1], parts[i])] = counts.GetValueOrDefault((parts[i - 1], parts[i])) + count;
            if (counts.Count == 0 || counts.Values.Max() < 2) break;
            var best = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.First, StringComparer.Ordinal).ThenBy(pair => pair.Key.Second, StringComparer.Ordinal).First().Key;
            joined.Add(best);
            if (!pieces.Contains(best.First + best.Second)) pieces.Add(best.First + best.Second);
            foreach (var (parts, _) in cut) Join(parts, best);
        }
        return ([.. pieces], [.. joined]);
    }

    private static List<string> Letters(string word)
    {
        var letters = word.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        letters[^1] += End;
        return letters;
    }

    private static void Join(List<string> parts, (string First, string Second) pair)
    {
        for (var i = 1; i < parts.Count; i++)
            if (parts[i - 1] == pair.First && parts[i] == pair.Second)
            {
                parts[i - 1] += parts[i];
                parts.RemoveAt(i);
            }
    }
}
