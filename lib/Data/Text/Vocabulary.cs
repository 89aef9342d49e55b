using System.Collections.Immutable;
using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>The most frequent words of some texts, numbered: texts become bags of words or rows of numbers, and these words again.</summary>
/// <remarks>A word is a run of letters and digits, with apostrophes inside, in lower case. Number 0 fills rows up, 1 stands for every other word.</remarks>
public sealed partial class Vocabulary
{
    /// <summary>The number that fills a row of numbers up.</summary>
    public const long Padding = 0;

    /// <summary>The number of a word that is not in the vocabulary.</summary>
    public const long Unknown = 1;

    private const int Reserved = 2;
    private readonly Dictionary<string, int> numbers;

    private Vocabulary(ImmutableArray<string> words)
    {
        Words = words;
        numbers = words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i);
    }

    /// <summary>The words, the most frequent first; word i has number i + 2.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>How many numbers there are, <see cref="Padding"/> and <see cref="Unknown"/> included.</summary>
    public int Size => Words.Length + Reserved;

    /// <summary>Counts the words of a training part.</summary>
    /// <param name="train">Texts to learn from.</param>
    /// <param name="words">How many words at most; of equally frequent ones the first in ordinal order.</param>
    /// <param name="least">How often a word must occur; the others are <see cref="Unknown"/>, so that the unknown word is learned too.</param>
    /// <exception cref="ArgumentException">No word is as frequent, or none is wanted.</exception>
    public static Vocabulary Fit(TextLines train, int words = 2000, int least = 1) =>
        Most(train.Texts.SelectMany(Split), words, least) ?? throw None(least, train.Count, "texts");

    /// <summary>Counts the words of a training part of trees: tokens as they are parted there, in lower case, punctuation too.</summary>
    /// <param name="train">Trees to learn from.</param>
    /// <param name="words">How many words at most; of equally frequent ones the first in ordinal order.</param>
    /// <param name="least">How often a word must occur; the others are <see cref="Unknown"/>, so that the unknown word is learned too.</param>
    /// <exception cref="ArgumentException">No word is as frequent, or none is wanted.</exception>
    public static Vocabulary Fit(Treebank train, int words = 20_000, int least = 1) =>
        Most(train.Sentences.SelectMany(sentence => sentence).Select(word => word.ToLowerInvariant()), words, least) ?? throw None(least, train.Count, "trees");

    private static Vocabulary? Most(IEnumerable<string> all, int words, int least)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(words);
        var counted = all.CountBy(word => word).Where(pair => pair.Value >= least).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);
        ImmutableArray<string> kept = [.. counted.Take(words).Select(pair => pair.Key)];
        return kept.IsEmpty ? null : new(kept);
    }

    private static ArgumentException None(int least, int count, string what) => least > 1
        ? new($"{nameof(least)}: expected a word that occurs {least} times, got none in {count} {what}.", nameof(least))
        : new($"train: expected at least one word, got none in {count} {what}.", "train");

    /// <summary>The number of a word, whatever its case; <see cref="Unknown"/> where it has none.</summary>
    public long this[string word] => numbers.TryGetValue(word.ToLowerInvariant(), out var i) ? i + Reserved : Unknown;

    /// <summary>How often each sentence has each of the <see cref="Words"/>, whatever their order, float32: (N, V).</summary>
    public Tensor Counts(Treebank trees, Device? device = null)
    {
        var counts = new float[(long)trees.Count * Words.Length];
        for (var row = 0; row < trees.Count; row++)
            foreach (var word in trees.Sentences[row])
                if (numbers.TryGetValue(word.ToLowerInvariant(), out var i)) counts[(long)row * Words.Length + i]++;
        return tensor(counts, [trees.Count, Words.Length], device: device);
    }

    /// <summary>For each text which of the <see cref="Words"/> it has, 0 or 1, float32: (N, V).</summary>
    public Tensor Bag(TextLines lines, Device? device = null)
    {
        var bags = new float[(long)lines.Count * Words.Length];
        for (var row = 0; row < lines.Count; row++)
            foreach (var word in Split(lines.Texts[row]))
                if (numbers.TryGetValue(word, out var i)) bags[(long)row * Words.Length + i] = 1;
        return tensor(bags, [lines.Count, Words.Length], device: device);
    }

    /// <summary>For each text the numbers of its words in their order, as many as there are.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Numbers(TextLines lines) => [.. lines.Texts.Select(text => Split(text).Select(word => this[word]).ToArray())];

    /// <summary>For each text the numbers of its words in their order, cut off or filled up by <see cref="Padding"/>, int64: (N, length).</summary>
    public Tensor Numbers(TextLines lines, int length, Device? device = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var rows = new long[(long)lines.Count * length];
        for (var row = 0; row < lines.Count; row++)
        {
            var place = (long)row * length;
            foreach (var word in Split(lines.Texts[row]).Take(length)) rows[place++] = this[word];
        }
        return tensor(rows, [lines.Count, length], device: device);
    }

    /// <summary>The class of each text, int64: (N).</summary>
    public static Tensor Labels(TextLines lines, Device? device = null) => tensor(lines.Labels.Select(label => (long)label).ToArray(), device: device);

    /// <summary>Numbers as words again: unknown ones as …, padding left out.</summary>
    /// <param name="numbers">One text: (length).</param>
    /// <exception cref="ArgumentException">The shape is another, or a number has no word.</exception>
    public string Decode(Tensor numbers)
    {
        if (numbers.dim() != 1) throw new ArgumentException($"{nameof(numbers)}: expected (length), got ({string.Join(", ", numbers.shape)}).", nameof(numbers));
        using var row = numbers.cpu().to(ScalarType.Int64);
        var chosen = row.data<long>().ToArray();
        foreach (var number in chosen)
            if (number < 0 || number >= Size) throw new ArgumentException($"{nameof(numbers)}: expected numbers from 0 to {Size - 1}, got {number}.", nameof(numbers));
        return string.Join(' ', chosen.Where(number => number != Padding).Select(number => number == Unknown ? "…" : Words[(int)number - Reserved]));
    }

    /// <summary>The words of a text.</summary>
    internal static IEnumerable<string> Split(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word();
}
