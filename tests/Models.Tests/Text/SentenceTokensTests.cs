using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class SentenceTokensTests
{
    private static Tensor Row(params long[] row) => tensor(row).unsqueeze(0);

    [Fact]
    public void What_is_predicted_of_a_sentence_is_its_words_and_its_end()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([4, 2], TinySentences.Tokens.Predicted(TinySentences.Two()).data<long>().ToArray());
    }

    [Fact]
    public void What_fills_all_rows_up_is_cut_off_and_nothing_else()
    {
        using var scope = NewDisposeScope();
        var x = TinySentences.Two();
        Assert.True(TinySentences.Tokens.Trim(x).eq(x[.., ..5]).all().ToBoolean());
        Assert.True(TinySentences.Tokens.Trim(x[1..]).eq(x[1.., ..3]).all().ToBoolean());
        Assert.True(TinySentences.Tokens.Trim(x[..1, ..3]).eq(x[..1, ..3]).all().ToBoolean());         // one without an end
    }

    [Fact]
    public void Word_dropout_of_1_hides_every_word_and_of_0_none_and_never_the_start()
    {
        using var scope = NewDisposeScope();
        var (tokens, x, random) = (TinySentences.Tokens, TinySentences.Two(), new Generator(1));
        Assert.True(tokens.Drop(x, 0, random).eq(x).all().ToBoolean());
        Assert.True(tokens.Drop(x, 1, random).eq(tensor(new long[,] { { 2, 1, 1, 1, 1, 0 }, { 2, 1, 1, 0, 0, 0 } })).all().ToBoolean());
        Assert.True(x.eq(TinySentences.Two()).all().ToBoolean());
    }

    [Fact]
    public void A_third_of_the_words_is_hidden_where_a_third_is_asked_for()
    {
        using var scope = NewDisposeScope();
        var many = TinySentences.Two().repeat(5000, 1);
        var dropped = TinySentences.Tokens.Drop(many, 1 / 3.0, new Generator(2)).eq(1).sum().ToDouble() / (5000 * 6);
        Assert.InRange(dropped, 1 / 3.0 - 0.011, 1 / 3.0 + 0.011);
    }

    [Fact]
    public void What_is_no_sentence_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        string Said(Tensor rows) => Assert.Throws<ArgumentException>(() => TinySentences.Tokens.Require(rows)).Message;
        Assert.Contains("0 to 8, got 9", Said(Row(2, 9, 3)));
        Assert.Contains("0 to 8, got -1", Said(Row(2, -1, 3)));
        Assert.Contains("begin with 2", Said(Row(5, 6, 3)));
        Assert.Contains("got an empty one", Said(Row(2, 0, 0)));
        Assert.Contains("N ≥ 1 and K ≥ 2", Said(Row(2)));
        Assert.Contains("int64", Said(ones(1, 3)));
        Assert.Contains("[0, 1], got 1.5", Assert.Throws<ArgumentException>(() => TinySentences.Tokens.Drop(TinySentences.Two(), 1.5, new Generator(1))).Message);
    }
}
