namespace Workbook.Data.Tests;

public sealed class ToyTreebankTests
{
    [Theory]
    [InlineData("the film is good", 1)]
    [InlineData("the film is not good", -1)]
    [InlineData("the film is very good", 2)]
    [InlineData("the film is not very good", -1)]
    [InlineData("the film is not dreadful", 1)]
    [InlineData("the film is slightly awful", -1)]
    [InlineData("the film is very long", 0)]
    [InlineData("the film is good but the plot is not fine", -1)]
    [InlineData("the film is not good but the plot is fine", 1)]
    [InlineData("the film is good and the plot is fine", 2)]
    [InlineData("the film is superb and the plot is superb", 2)]
    [InlineData("the film is superb and the plot is not bad", 2)]
    [InlineData("the film is superb and the plot is bad", 1)]
    [InlineData("the film is long but the plot is very weak", -2)]
    public void The_rule_worked_by_hand(string sentence, int value) => Assert.Equal(value, ToyTreebank.Value(sentence));

    [Fact]
    public void Every_drawn_sentence_has_the_class_that_the_rule_gives_it()
    {
        var bank = ToyTreebank.Load(train: 500, dev: 1, test: 1).Train;
        var roots = bank.Fold<int>((_, label) => label!.Value, (_, _, label) => label!.Value);
        Assert.Equal(bank.Sentences.Select(words => ToyTreebank.Value(string.Join(' ', words)) + 2), roots);
    }

    [Fact]
    public void The_most_frequent_class_is_as_frequent_in_a_large_draw_as_the_sum_says()
    {
        var roots = ToyTreebank.Load(train: 30_000, dev: 1, test: 1).Train.Fold<int>((_, label) => label!.Value, (_, _, label) => label!.Value);
        Assert.Equal(ToyTreebank.BestBlindly, roots.CountBy(label => label).Max(pair => pair.Value) / 30_000.0, 0.008);        // three standard deviations
    }

    [Fact]
    public void The_documents_say_what_the_sums_are() => Assert.Equal(("69.4 %", "25.9 %"), ($"{100 * ToyTreebank.BestFromCounts:F1} %", $"{100 * ToyTreebank.BestBlindly:F1} %"));

    [Fact]
    public void The_best_guess_from_counts_is_as_right_on_a_draw_as_the_sum_says()
    {
        // The rule of the best guess, by an enumeration of its own: of all ways to hand out the modifiers of a bag to its two clauses, the class that most weight falls on.
        var bank = ToyTreebank.Load(train: 4000, dev: 1, test: 1).Train;
        var right = bank.Sentences.Average(words => BestGuess(words) == ToyTreebank.Value(string.Join(' ', words)) ? 1.0 : 0);
        Assert.Equal(ToyTreebank.BestFromCounts, right, 0.025);                     // more than three standard deviations
    }

    [Fact]
    public void Parts_share_no_draw_and_a_seed_draws_the_same_again()
    {
        var (one, again, other) = (ToyTreebank.Load(100, 50, 50), ToyTreebank.Load(100, 50, 50), ToyTreebank.Load(100, 50, 50, seed: 2));
        Assert.Equal(one.Train.Lines, again.Train.Lines);
        Assert.Equal(one.Test.Lines, again.Test.Lines);
        Assert.NotEqual(one.Train.Lines, other.Train.Lines);
        Assert.NotEqual(one.Train.Lines.Take(50), one.Test.Lines);
        Assert.Throws<ArgumentOutOfRangeException>(() => ToyTreebank.Load(train: 0));
        Assert.Throws<ArgumentException>(() => ToyTreebank.Value("a good film"));
    }

    private static int BestGuess(IReadOnlyList<string> words)
    {
        string[] adjectives = ["awful", "dreadful", "terrible", "bad", "dull", "weak", "long", "quiet", "grey", "good", "fine", "fresh", "superb", "brilliant", "wonderful"];
        var (said, link) = (words.Where(adjectives.Contains).Order(StringComparer.Ordinal).ToArray(), words.Contains("but") ? "but" : words.Contains("and") ? "and" : "");
        int Count(string word) => words.Count(each => each == word);
        var weights = new Dictionary<int, double>();
        foreach (var order in said.Length == 1 ? [said] : new[] { said, [said[1], said[0]] })
            foreach (var nots in Enumerable.Range(0, 4).Where(set => Bits(set) == Count("not") && set < 1 << said.Length))
                foreach (var first in new[] { "", "very ", "slightly " })
                    foreach (var second in said.Length == 1 ? [""] : new[] { "", "very ", "slightly " })
                    {
                        string[] adverbs = [first.Trim(), second.Trim()];
                        if (adverbs.Count(each => each == "very") != Count("very") || adverbs.Count(each => each == "slightly") != Count("slightly")) continue;
                        string Clause(int i, string adverb) => $"the film is {((nots >> i & 1) == 1 ? "not " : "")}{adverb}{order[i]}";
                        var value = ToyTreebank.Value(said.Length == 1 ? Clause(0, first) : $"{Clause(0, first)} {link} {Clause(1, second)}");
                        weights[value] = weights.GetValueOrDefault(value) + 1;      // every way is as probable: the same modifiers, handed out otherwise
                    }
        return weights.MaxBy(pair => pair.Value).Key;
    }

    private static int Bits(int set) => (set & 1) + (set >> 1 & 1);
}
