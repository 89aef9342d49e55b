using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class GreedyTreesTests
{
    // With p = (c₁ + c₂)/2 and both parts given back as p, E_rec = (c₁ − c₂)²/4: nearest neighbours are joined first.
    [Theory]
    [InlineData(new[] { 0.0, 1, 5, 5.5 }, "((0 1) (2 3))")]                         // 0.0625 joins the last two, 0.25 the first
    [InlineData(new[] { 0.0, 3, 4, 10 }, "((0 (1 2)) 3)")]                          // 0.25; then 3.5² / 4 against 6.5² / 4
    [InlineData(new[] { 8.0, 4, 2, 1 }, "(0 (1 (2 3)))")]                           // 0.25; then 2.5² / 4 against 4² / 4
    [InlineData(new[] { 7.0 }, "0")]
    [InlineData(new[] { 7.0, -7 }, "(0 1)")]
    public void Merges_worked_by_hand(double[] values, string expected)
    {
        var model = Averaging(values);
        Assert.Equal(expected, GreedyTrees.Build(model, [[.. Enumerable.Range(0, values.Length).Select(i => (long)i)]]).Single().ToString());
    }

    // Only the first part is given back, as the mean: E = ½ (e + c₂²), e = (c₁ − c₂)²/4. 0.5 joins the first two into a 1 of two words. That and 1.4 then cost 1, the
    // last two 0.796. Weighted, (2 e + c₂²) / 3 = 0.68 comes first.
    [Theory]
    [InlineData(false, "((0 1) (2 3))")]
    [InlineData(true, "(((0 1) 2) 3)")]
    public void Weighted_by_length_the_part_of_more_words_counts_more(bool weighted, string expected)
    {
        var model = Averaging([1, 1, 1.4, 1.26], weighted);
        using (no_grad()) model.named_parameters().Single(p => p.name == "decode.weight").parameter[1].zero_();
        Assert.Equal(expected, GreedyTrees.Build(model, [[0, 1, 2, 3]]).Single().ToString());
    }

    [Fact]
    public void Sentences_of_different_lengths_get_the_trees_that_they_would_get_alone()
    {
        var model = new RecursiveAutoencoder(30, 5, new Generator(3), lengthWeighted: true);
        var random = new Random(1);
        long[][] sentences = [.. Enumerable.Range(0, 25).Select(_ => Enumerable.Range(0, random.Next(1, 12)).Select(_ => (long)random.Next(30)).ToArray())];
        var together = GreedyTrees.Build(model, sentences, block: 7);
        Assert.Equal(sentences.Select(sentence => Alone(model, sentence).ToString()), together.Select(tree => tree.ToString()));
    }

    [Fact]
    public void A_sentence_without_words_and_a_word_without_a_vector_are_refused()
    {
        var model = new RecursiveAutoencoder(3, 2, new Generator(1));
        Assert.StartsWith("sentences: expected one word or more in each, got none in sentence 2.", Assert.Throws<ArgumentException>(() => GreedyTrees.Build(model, [[1], []])).Message);
        Assert.StartsWith("word: expected a word's number from 0 to 2, got 3", Assert.Throws<ArgumentException>(() => GreedyTrees.Build(model, [[1, 3]])).Message);
    }

    // The paper's words: of all neighbours, join those with the smallest error.
    private static Tree Alone(RecursiveAutoencoder model, long[] words)
    {
        using var _ = no_grad();
        var row = words.Select(word => (Tree)new Tree.Leaf(word)).ToList();
        while (row.Count > 1)
        {
            var best = Enumerable.Range(0, row.Count - 1).MinBy(i => (model.Fold(new Tree.Node(row[i], row[i + 1])).Loss - model.Fold(row[i]).Loss - model.Fold(row[i + 1]).Loss).ToDouble());
            row[best] = new Tree.Node(row[best], row[best + 1]);
            row.RemoveAt(best + 1);
        }
        return row[0];
    }

    private static RecursiveAutoencoder Averaging(double[] values, bool weighted = false)
    {
        var model = new RecursiveAutoencoder(values.Length, 1, new Generator(1), normalise: false, weighted, Activation.Identity);
        using var _ = no_grad();
        model.Words.Table.copy_(tensor(values).unsqueeze(1));
        model.Composition.Weight.fill_(0.5);
        model.Composition.Bias.fill_(0);
        foreach (var (name, parameter) in model.named_parameters().Where(p => p.name.StartsWith("decode", StringComparison.Ordinal))) parameter.fill_(name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0);
        return model;
    }
}
