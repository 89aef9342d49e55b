namespace Workbook.Data.Tests;

public sealed class ToySentencesTests
{
    private static string[] Words(string sentence) => sentence.Split(' ');

    [Fact]
    public void Their_probabilities_sum_to_one_and_none_is_longer_than_said()
    {
        Assert.Equal(1, ToySentences.All.Sum(sentence => sentence.Probability), 9);
        Assert.Equal(ToySentences.Longest, ToySentences.All.Max(sentence => sentence.Words.Length));
    }

    [Fact]
    public void An_adjective_is_told_by_the_noun_and_by_nothing_else()
    {
        var given = ToySentences.Given(Words("yesterday my dogs in the garden were _ and they slept"), 7);
        Assert.Equal(["hairy", "hungry", "loyal"], given.Keys.Order());
        Assert.Equal((0.5, 0.3, 0.2), (Math.Round(given["hairy"], 9), Math.Round(given["loyal"], 9), Math.Round(given["hungry"], 9)));
    }

    [Fact]
    public void A_noun_is_told_by_what_it_is_like_and_what_it_does() =>
        Assert.Equal(1, ToySentences.Given(Words("my _ is loyal"), 1)["dog"], 9);           // nothing else is loyal

    // "hungry": dog 0.2, cat 0.2, bird 0.2, child 0.2 of the time, each noun as frequent as the other.
    [Fact]
    public void Nouns_that_fit_alike_are_as_probable_as_each_other()
    {
        var given = ToySentences.Given(Words("the _ are hungry today"), 1);
        Assert.Equal(["birds", "cats", "children", "dogs"], given.Keys.Order());
        Assert.All(given.Values, p => Assert.Equal(0.25, p, 9));
    }

    [Fact]
    public void Number_and_time_are_certain_where_the_sentence_says_them()
    {
        Assert.Equal(1, ToySentences.Given(Words("my cats _ lazy yesterday"), 2)["were"], 9);
        Assert.Equal(1, ToySentences.Given(Words("today the clock is slow and _ ticks"), 6)["it"], 9);
    }

    [Fact]
    public void Draws_have_the_probabilities_of_the_list_and_a_longer_list_begins_with_the_shorter()
    {
        var drawn = ToySentences.Draw(20_000).Texts;
        Assert.Equal(drawn.Take(50), ToySentences.Draw(50).Texts);
        Assert.NotEqual(drawn.Take(50), ToySentences.Draw(50, seed: 2).Texts);
        var dogs = drawn.Count(text => text.Contains("dog", StringComparison.Ordinal)) / 20_000.0;
        Assert.InRange(dogs, 1 / 9.0 - 0.01, 1 / 9.0 + 0.01);                          // four deviations of √(p(1 − p)/20,000) = 0.0022
        var past = drawn.Count(text => text.Contains("yesterday", StringComparison.Ordinal)) / 20_000.0;
        Assert.InRange(past, 0.35 - 0.014, 0.35 + 0.014);
    }

    [Fact]
    public void What_is_no_such_sentence_is_refused()
    {
        Assert.Contains("no drawn sentence fits", Assert.Throws<ArgumentException>(() => ToySentences.Given(Words("my dog are _"), 3)).Message);
        Assert.Contains("0 to 3, got 4", Assert.Throws<ArgumentException>(() => ToySentences.Given(Words("my dog is hairy"), 4)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => ToySentences.Draw(0));
    }
}
