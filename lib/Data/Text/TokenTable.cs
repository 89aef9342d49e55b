using System.Collections.Immutable;
using Microsoft.ML.Tokenizers;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Sentences as rows of tokens, whole words or pieces of words, with the special tokens that a masked language model wants.</summary>
/// <remarks>Five tokens are special: 0 fills rows up, 1 stands for what is unknown, 2 begins a sentence and 3 ends it, 4 is [MASK]. Words are as in <see cref="Vocabulary"/>. Notebook 09.</remarks>
public sealed class TokenTable
{
    /// <summary>The token that fills a row up.</summary>
    public const long Padding = 0;

    /// <summary>The token of a word, or of a letter, that is not in the table.</summary>
    public const long Unknown = 1;

    /// <summary>The token before every sentence.</summary>
    public const long Start = 2;

    /// <summary>The token behind every sentence.</summary>
    public const long End = 3;

    /// <summary>The token that hides another.</summary>
    public const long Mask = 4;

    /// <summary>The first token that is a word or a piece of one.</summary>
    public const int FirstOrdinary = 5;

    private static readonly ImmutableArray<string> special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
    private readonly ImmutableArray<string> names;
    private readonly Func<string, IEnumerable<long>> cut;
    private readonly Func<string, IEnumerable<string>> split;

    private TokenTable(ImmutableArray<string> names, Func<string, IEnumerable<long>> cut, Func<string, IEnumerable<string>>? split = null) =>
        (this.names, this.cut, this.split) = (names, cut, split ?? Vocabulary.Split);

    /// <summary>V, how many tokens there are, the special ones included.</summary>
    public int Size => names.Length;

    /// <summary>A table of whole words, the most frequent first.</summary>
    /// <param name="train">Texts to learn from.</param>
    /// <param name="words">How many words at most.</param>
    /// <exception cref="ArgumentException">There is no word, or none is wanted.</exception>
    public static TokenTable Words(TextLines train, int words = 2000)
    {
        var known = Vocabulary.Fit(train, words).Words;
        var numbers = known.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => (long)pair.i + FirstOrdinary);
        return new([.. special, .. known], word => [numbers.GetValueOrDefault(word, Unknown)]);
    }

    /// <summary>A table of what stands between spaces, for texts that were cut into tokens already, as the Penn Treebank's; nothing is changed, and <c>&lt;unk&gt;</c> is <see cref="Unknown"/>.</summary>
    /// <param name="train">Texts to learn from.</param>
    /// <param name="words">How many words at most, the most frequent first.</param>
    /// <exception cref="ArgumentException">There is no word.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No word is wanted.</exception>
    public static TokenTable Spaced(TextLines train, int words = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(words);
        ImmutableArray<string> known = [.. train.Texts.SelectMany(Spaces).Where(word => word != "<unk>").CountBy(word => word)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(words).Select(pair => pair.Key)];
        if (known.IsEmpty) throw new ArgumentException($"{nameof(train)}: expected at least one word, got none in {train.Count} texts.", nameof(train));
        var numbers = known.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => (long)pair.i + FirstOrdinary);
        return new([.. special, .. known], word => [numbers.GetValueOrDefault(word, Unknown)], Spaces);

        static IEnumerable<string> Spaces(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A table of pieces of words by byte pair encoding: frequent words are one piece, rare ones several, the last marked as an end.</summary>
    /// <param name="train">Texts to learn from.</param>
    /// <param name="merges">How many pairs of pieces are joined at most.</param>
    /// <exception cref="ArgumentException">There is no word.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of merges is negative.</exception>
    public static TokenTable Subwords(TextLines train, int merges = 500)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(merges);
        var counts = train.Texts.SelectMany(Vocabulary.Split).CountBy(word => word).ToList();
        if (counts.Count == 0) throw new ArgumentException($"{nameof(train)}: expected at least one word, got none in {train.Count} texts.", nameof(train));
        var (pieces, joined) = PairMerges.Learn(counts, merges);
        ImmutableArray<string> names = [.. special, .. pieces];
        var tokenizer = BpeTokenizer.Create(new BpeOptions(names.Select((name, id) => KeyValuePair.Create(name, id)))
        {
            Merges = joined.Select(pair => $"{pair.First} {pair.Second}"),
            UnknownToken = special[(int)Unknown],
            EndOfWordSuffix = PairMerges.End,
            PreTokenizer = null,
        });
        return new(names, word => tokenizer.EncodeToIds(word, considerPreTokenization: false).Select(id => (long)id));
    }

    /// <summary>The name of a token: a word, a piece, or [MASK] and its like.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public string Name(long token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, Size);
        return names[(int)token];
    }

    /// <summary>The tokens of one word: one, or its pieces.</summary>
    internal IEnumerable<long> TokensOf(string word) => cut(word);

    /// <summary>A text's words.</summary>
    internal IEnumerable<string> WordsOf(string text) => split(text);

    /// <summary>For each sentence [CLS], its tokens and [SEP], cut off before the end or filled up, and of which word each token is a piece: twice int64, (N, length).</summary>
    /// <remarks>Words are numbered from 1 in each row, [CLS] is 0, and what follows the last word goes on in ones, so that every special token is a word by itself.</remarks>
    /// <param name="lines">Sentences; one without words becomes [CLS] [SEP].</param>
    /// <param name="length">T, tokens of a row.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length leaves no place for a token between the two.</exception>
    public (Tensor Tokens, Tensor WordOf) Encode(TextLines lines, int length, Device? device = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 3);
        var (tokens, wordOf) = (new long[(long)lines.Count * length], new long[(long)lines.Count * length]);
        for (var row = 0; row < lines.Count; row++)
        {
            var (place, word) = (1, 0);
            void Put(long token, bool begins)
            {
                if (begins) word++;
                (tokens[(long)row * length + place], wordOf[(long)row * length + place]) = (token, word);
                place++;
            }

            tokens[(long)row * length] = Start;
            foreach (var (token, i) in split(lines.Texts[row]).SelectMany(text => cut(text).Select((token, i) => (token, i))).Take(length - 2)) Put(token, i == 0);
            Put(End, begins: true);
            while (place < length) Put(Padding, begins: true);
        }
        return (tensor(tokens, [lines.Count, length], device: device), tensor(wordOf, [lines.Count, length], device: device));
    }

    /// <summary>Tokens as text again, pieces joined, without what begins, ends and fills up: (T), int64.</summary>
    /// <exception cref="ArgumentException">The shape is another, or a token is not in the table.</exception>
    public string Decode(Tensor tokens)
    {
        if (tokens.dim() != 1) throw new ArgumentException($"{nameof(tokens)}: expected (T), got ({string.Join(", ", tokens.shape)}).", nameof(tokens));
        using var row = tokens.cpu().to(ScalarType.Int64);
        var chosen = row.data<long>().ToArray();
        foreach (var token in chosen)
            if (token < 0 || token >= Size) throw new ArgumentException($"{nameof(tokens)}: expected numbers from 0 to {Size - 1}, got {token}.", nameof(tokens));
        var pieces = names.Any(name => name.EndsWith(PairMerges.End, StringComparison.Ordinal));
        var said = chosen.Where(token => token is not (Padding or Start or End)).Select(token => !pieces ? names[(int)token] + " "
            : token < FirstOrdinary ? names[(int)token] + " " : names[(int)token].Replace(PairMerges.End, " ", StringComparison.Ordinal));
        return string.Concat(said).TrimEnd();
    }
}
