using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>Drawn sentences whose sentiment is composed by a stated rule at every phrase, so that it is known what a network without order can reach.</summary>
/// <remarks>
/// <para>A value from −2 to 2 is a class from 0 to 4. An adjective has one: awful −2, bad −1, long 0, good 1, superb 2. <em>very</em> takes it a step away from 0, to ±2
/// at most; <em>slightly</em> leaves its sign, ±1. <em>not</em> turns its sign and leaves ±1: not superb is −1. A clause, "the film is not very good", has the value of what is
/// said. Of two clauses with <em>but</em> the second counts; with <em>and</em> both add up, to ±2 at most. All else is 0.</para>
/// <para>"good but not bad" and "not good but bad" are the same words, and opposites. The best guess from how often each word occurs is right for
/// <see cref="BestFromCounts"/> of all sentences, 69.4 %; whoever follows the tree can be right for all. The most frequent class has <see cref="BestBlindly"/>, 25.9 %. Notebook 10.</para>
/// </remarks>
public static class ToyTreebank
{
    /// <summary>For people: "drawn trees".</summary>
    public const string Title = "drawn trees";

    private const double TwoClauses = 0.85, But = 0.6, Not = 0.5;
    private static readonly double[] adverbChances = [0.4, 0.3, 0.3];
    private static readonly string[] adverbs = ["", "very", "slightly"], subjects = ["film", "plot", "cast", "music", "ending"];
    private static readonly string[][] adjectives =
    [
        ["awful", "dreadful", "terrible"], ["bad", "dull", "weak"], ["long", "quiet", "grey"], ["good", "fine", "fresh"], ["superb", "brilliant", "wonderful"],
    ];

    /// <summary>Every sentence with its value and how probable it is, but for its subjects, which say nothing.</summary>
    private static readonly Lazy<ImmutableArray<(double Chance, string Bag, int Value)>> all = new(() => [.. Everything()]);

    /// <summary>What the five labels mean: those of SST.</summary>
    public static ImmutableArray<string> Classes => Sst.Classes;

    /// <summary>The share of sentences whose class is the most probable one given how often each of its words occurs: summed over all sentences.</summary>
    public static double BestFromCounts => all.Value.GroupBy(sentence => sentence.Bag).Sum(MostProbable);

    /// <summary>The share of the most frequent class.</summary>
    public static double BestBlindly => MostProbable(all.Value);

    /// <summary>Draws trees.</summary>
    /// <param name="train">How many to learn from.</param>
    /// <param name="dev">How many to choose settings on.</param>
    /// <param name="test">How many are held out.</param>
    /// <param name="seed">Another seed, other sentences.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static TreebankParts Load(int train = 2000, int dev = 500, int test = 1000, long seed = 1)
    {
        var first = 0;
        return new(Title, Drawn(train, nameof(train)), Drawn(dev, nameof(dev)), Drawn(test, nameof(test)), Classes);

        Treebank Drawn(int count, string name)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, name);
            var from = first;
            first += count;
            return Treebank.Of(Enumerable.Range(from, count).Select(number => Sentence(new SplitMix(seed, number)).Tree), $"{Title} of seed {seed}", classes: Classes.Length);
        }
    }

    /// <summary>The value of a sentence of this grammar by the rule, from −2 to 2: "the film is not very good but the plot is fine".</summary>
    /// <exception cref="ArgumentException">It is no such sentence.</exception>
    public static int Value(string sentence)
    {
        var clauses = System.Text.RegularExpressions.Regex.Split(sentence, " (but|and) ");
        return clauses switch
        {
            [var one] => Said(one),
            [var one, var link, var other] => Linked(Said(one), link == "but", Said(other)),
            _ => throw new ArgumentException($"{nameof(sentence)}: expected one or two clauses, got {(clauses.Length + 1) / 2}.", nameof(sentence)),
        };

        int Said(string clause)
        {
            if (clause.Split(' ') is not ["the", _, "is", .. var said]) throw No(clause);
            var negated = said is ["not", ..];
            if (negated) said = said[1..];
            var (adverb, adjective) = said switch { [var word] => (0, word), [var before, var word] => (Array.IndexOf(adverbs, before), word), _ => (-1, "") };
            var value = Array.FindIndex(adjectives, words => words.Contains(adjective)) - 2;
            return adverb < 0 || value < -2 ? throw No(clause) : Negated(negated, Graded(adverb, value));
        }

        ArgumentException No(string clause) => new($"{nameof(sentence)}: expected \"the … is\", perhaps \"not\", perhaps an adverb, and an adjective, got \"{clause}\".", nameof(sentence));
    }

    private static int Graded(int adverb, int value) => adverb switch { 1 => Math.Sign(value) * Math.Min(2, Math.Abs(value) + 1), 2 => Math.Sign(value), _ => value };

    private static int Negated(bool negated, int value) => negated ? -Math.Sign(value) : value;

    private static int Linked(int first, bool but, int second) => but ? second : Math.Clamp(first + second, -2, 2);

    private static (string Tree, int Value) Sentence(SplitMix random)
    {
        var (first, value) = Clause(ref random);
        if (random.Uniform() >= TwoClauses) return (first, value);
        var but = random.Uniform() < But;
        var (second, other) = Clause(ref random);
        var whole = Linked(value, but, other);
        return ($"({Label(whole)} {first} ({Label(other)} (2 {(but ? "but" : "and")}) {second}))", whole);
    }

    private static (string Tree, int Value) Clause(ref SplitMix random)
    {
        var negated = random.Uniform() < Not;
        var adverb = random.Uniform() is var u && u < adverbChances[0] ? 0 : u < adverbChances[0] + adverbChances[1] ? 1 : 2;
        var value = random.Below(adjectives.Length) - 2;
        var said = $"({Label(value)} {adjectives[value + 2][random.Below(adjectives[value + 2].Length)]})";
        value = Graded(adverb, value);
        if (adverb > 0) said = $"({Label(value)} (2 {adverbs[adverb]}) {said})";
        value = Negated(negated, value);
        if (negated) said = $"({Label(value)} (2 not) {said})";
        return ($"({Label(value)} (2 (2 the) (2 {subjects[random.Below(subjects.Length)]})) ({Label(value)} (2 is) {said}))", value);
    }

    private static int Label(int value) => value + 2;

    private static double MostProbable(IEnumerable<(double Chance, string Bag, int Value)> sentences) =>
        sentences.GroupBy(sentence => sentence.Value).Max(same => same.Sum(sentence => sentence.Chance));

    private static IEnumerable<(double Chance, string Bag, int Value)> Everything()
    {
        var clauses = (from negated in new[] { false, true }
                       from adverb in Enumerable.Range(0, adverbs.Length)
                       from value in Enumerable.Range(-2, adjectives.Length)
                       from adjective in adjectives[value + 2]
                       let chance = (negated ? Not : 1 - Not) * adverbChances[adverb] / (adjectives.Length * adjectives[value + 2].Length)
                       select (Chance: chance, Words: new[] { negated ? "not" : "", adverbs[adverb], adjective }, Value: Negated(negated, Graded(adverb, value)))).ToArray();
        foreach (var one in clauses)
        {
            yield return ((1 - TwoClauses) * one.Chance, Bag(one.Words), one.Value);
            foreach (var other in clauses)
                foreach (var but in new[] { true, false })
                    yield return (TwoClauses * (but ? But : 1 - But) * one.Chance * other.Chance, Bag([.. one.Words, .. other.Words, but ? "but" : "and"]), Linked(one.Value, but, other.Value));
        }

        static string Bag(string[] words) => string.Join(' ', words.Order(StringComparer.Ordinal));
    }
}
