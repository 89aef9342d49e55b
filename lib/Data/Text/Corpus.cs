using Workbook.Display;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Sentences to learn from and sentences held out, as rows of tokens.</summary>
/// <param name="Name">For people: drawn sentences.</param>
/// <param name="Table">Which token is which word, or piece of one.</param>
/// <param name="Train">To learn from: (N, T), int64.</param>
/// <param name="Test">Held out: (M, T), int64.</param>
/// <param name="TrainWords">Of which word in its row each token is a piece: (N, T), int64.</param>
/// <param name="TestWords">The same of those held out: (M, T), int64.</param>
public sealed record Corpus(string Name, TokenTable Table, Tensor Train, Tensor Test, Tensor TrainWords, Tensor TestWords) : IDisposable
{
    /// <summary>T, tokens of a row.</summary>
    public int Length => (int)Train.shape[1];

    /// <summary>Tatoeba's sentences where they are present, else drawn ones, with one sentence that says so.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    public static Corpus Load(Device? device = null, Store? store = null)
    {
        try
        {
            return Tatoeba(device: device, store: store);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            new Sentence($"Running on drawn sentences. {failure.Message}").Show();
            return Toy(device: device);
        }
    }

    /// <summary>Drawn sentences, as whole words: see <see cref="ToySentences"/>.</summary>
    /// <param name="train">How many to learn from.</param>
    /// <param name="test">How many are held out; of the draws, so that a short sentence may be in both parts.</param>
    /// <param name="seed">Another seed, other sentences.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    public static Corpus Toy(int train = 8000, int test = 2000, long seed = 1, Device? device = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(train);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(test);
        var all = ToySentences.Draw(train + test, seed).Texts;
        var (learnt, held) = (TextLines.Of("drawn sentences", all.Take(train)), TextLines.Of("drawn sentences", all.Skip(train)));
        return Of("drawn sentences", learnt, held, TokenTable.Words(learnt), ToySentences.Longest + 2, device);
    }

    /// <summary>Tatoeba's short English sentences, shuffled, a tenth of them held out, the most frequent words and [UNK].</summary>
    /// <param name="words">How many words the table has at most.</param>
    /// <param name="length">T; longer sentences are cut.</param>
    /// <param name="seed">Another seed, another split.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    /// <exception cref="MissingDataException">They are not on this machine.</exception>
    public static Corpus Tatoeba(int words = 2000, int length = 16, long seed = 1, Device? device = null, Store? store = null)
    {
        var (train, test) = TextLines.Read((store ?? Store.Default).Fetch(Sources.Tatoeba, Sources.Tatoeba.Files[0])).Split(0.1, seed);
        return Of(Sources.Tatoeba.Title, train, test, TokenTable.Words(train, words), length, device);
    }

    /// <summary>The Penn Treebank's sentences, none of them cut, with the published parts and all of their words.</summary>
    /// <param name="validation">Whether the held-out sentences are those to choose settings on; else they are those to report.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    /// <exception cref="MissingDataException">They are not on this machine.</exception>
    public static Corpus Ptb(bool validation = false, Device? device = null, Store? store = null)
    {
        const int longest = 82;
        TextLines Part(int file) => TextLines.Read((store ?? Store.Default).Fetch(Sources.Ptb, Sources.Ptb.Files[file]));
        var (train, held) = (Part(0), Part(validation ? 1 : 2));
        return Of(Sources.Ptb.Title, train, held, TokenTable.Spaced(train), longest + 2, device);
    }

    /// <summary>Two parts by one table.</summary>
    /// <param name="name">For people.</param>
    /// <param name="train">To learn from.</param>
    /// <param name="test">Held out.</param>
    /// <param name="table">Which token is which word.</param>
    /// <param name="length">T; longer sentences are cut.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    public static Corpus Of(string name, TextLines train, TextLines test, TokenTable table, int length, Device? device = null)
    {
        var (learnt, held) = (table.Encode(train, length, device), table.Encode(test, length, device));
        return new(name, table, learnt.Tokens, held.Tokens, learnt.WordOf, held.WordOf);
    }

    /// <summary>One sentence as a row of this corpus: (1, T), int64. The word <c>[MASK]</c> hides a token.</summary>
    public Tensor Row(string sentence)
    {
        const string hidden = "maskmaskmask";                                        // one word, whatever the table cuts
        var words = sentence.Replace("[MASK]", hidden, StringComparison.Ordinal);
        var row = zeros(1, Length, dtype: ScalarType.Int64);
        row[0, 0] = TokenTable.Start;
        var place = 1;
        foreach (var word in Table.WordsOf(words))
            foreach (var token in word == hidden ? [TokenTable.Mask] : Table.TokensOf(word))
                if (place < Length - 1) row[0, place++] = token;
        row[0, place] = TokenTable.End;
        return row.to(Train.device);
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Train.shape[0]:N0} + {Test.shape[0]:N0} sentences of {Length} tokens at most, {Table.Size:N0} tokens in the table");

    /// <summary>Frees the four tensors.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
        TrainWords.Dispose();
        TestWords.Dispose();
    }
}
