using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class TokenTableTests
{
    private static readonly TextLines lines = TextLines.Of("four sentences", ["My dog is hairy", "my dog is loyal", "the cat is hairy", ""]);

    [Fact]
    public void A_row_is_CLS_the_words_SEP_and_padding()
    {
        using var scope = NewDisposeScope();
        var table = TokenTable.Words(lines);
        var (tokens, words) = table.Encode(lines, 8);
        Assert.Equal([2, 8, 6, 5, 7, 3, 0, 0], tokens[0].data<long>().ToArray());     // is 3, dog 2, hairy 2, my 2: equal counts in ordinal order
        Assert.Equal("is", table.Name(5));
        Assert.Equal([2, 3, 0, 0, 0, 0, 0, 0], tokens[3].data<long>().ToArray());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], words[0].data<long>().ToArray());
        Assert.Equal("my dog is hairy", table.Decode(tokens[0]));
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_and_still_ends()
    {
        using var scope = NewDisposeScope();
        var (tokens, _) = TokenTable.Words(lines).Encode(lines, 4);
        Assert.Equal([2, 8, 6, 3], tokens[0].data<long>().ToArray());
    }

    [Fact]
    public void An_unknown_word_is_said_to_be_one()
    {
        using var scope = NewDisposeScope();
        var table = TokenTable.Words(lines, words: 2);
        var (tokens, _) = table.Encode(TextLines.Of("one", ["my dog is purple"]), 8);
        Assert.Contains("[UNK]", table.Decode(tokens[0]));
    }

    // low ×5, lower ×2, newest ×6, widest ×3: the example of Sennrich et al. (2016), whose first merges are e s, es t, est (end) and l o, lo w.
    [Fact]
    public void Pairs_are_joined_in_the_order_of_the_paper_s_example()
    {
        var (_, merges) = PairMerges.Learn([new("low", 5), new("lower", 2), new("newest", 6), new("widest", 3)], 10);
        Assert.Equal(("e", "s"), merges[0]);
        Assert.Equal(("es", "t</w>"), merges[1]);
        Assert.Contains(("l", "o"), merges);
    }

    [Fact]
    public void Pieces_spell_the_word_and_know_which_word_they_are_of()
    {
        using var scope = NewDisposeScope();
        var train = TextLines.Of("words", ["low low low low low lower lower newest newest newest newest newest newest widest widest widest"]);
        var table = TokenTable.Subwords(train, merges: 6);
        var (tokens, words) = table.Encode(TextLines.Of("one", ["lowest newest"]), 16);
        Assert.Equal("lowest newest", table.Decode(tokens[0]));
        var ordinary = tokens[0].data<long>().ToArray().Count(token => token >= TokenTable.FirstOrdinary);
        Assert.True(ordinary is > 2 and < 12, $"{ordinary} pieces");
        var of = words[0].data<long>().ToArray()[1..(ordinary + 1)];
        Assert.Equal([1, 2], of.Distinct());
        Assert.Equal(of.Order(), of);
    }

    [Fact]
    public void What_cannot_be_done_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("at least one word, got none", Assert.Throws<ArgumentException>(() => TokenTable.Subwords(TextLines.Of("none", ["…"]))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenTable.Words(lines).Encode(lines, 2));
        Assert.Contains("got 99", Assert.Throws<ArgumentException>(() => TokenTable.Words(lines).Decode(tensor(new long[] { 99 }))).Message);
    }
}
