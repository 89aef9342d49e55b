using System.IO.Compression;
using System.Text;

namespace Workbook.Data.Tests;

public sealed class TreebankTests
{
    [Fact]
    public void A_tree_is_folded_into_whatever_the_caller_builds()
    {
        var bank = Treebank.Of(["(3 (2 It) (4 (3 works) (2 well)))", "  ", "(1 no)"]);
        Assert.Equal(["{It/2 {works/3 well/2}/4}/3", "no/1"], bank.Fold<string>((word, label) => $"{word}/{label}", (left, right, label) => $"{{{left} {right}}}/{label}"));
        Assert.Equal(["It works well", "no"], bank.Sentences.Select(words => string.Join(' ', words)));
        Assert.Equal([11, 1], bank.Fold<int>((_, label) => label!.Value, (left, right, _) => left + right + 2));
    }

    [Fact]
    public void Without_labels_a_word_needs_no_bracket()
    {
        var bank = Treebank.Of(["(It (works (well)))", "no", "(3 4)"], labelled: false);
        Assert.Equal(["[It [works well]]", "no", "[3 4]"], bank.Fold<string>((word, label) => word + label, (left, right, label) => $"[{left} {right}{label}]"));
    }

    [Theory]
    [InlineData("(3 (2 It) (4 works)", 20, "expected a closing bracket, found the end of the line, with the bracket of column 1 open")]
    [InlineData("(3 (2 It) (4 works)))", 21, "expected the end of the line, found ')' after the tree")]
    [InlineData("(3 (2 It) (4 works)) (1 no)", 22, "expected the end of the line, found '(' after the tree")]
    [InlineData("(3 (2 It) (4 works)) so", 22, "expected the end of the line, found 'so' after the tree")]
    [InlineData("(3 (2 It) (4 ))", 14, "expected a word or two trees, found an empty tree")]
    [InlineData("()", 2, "expected a label, a whole number from 0 to 4, found ')'")]
    [InlineData("(3 (2 It))", 10, "expected two trees in a bracket, found one: a unary chain")]
    [InlineData("(3 (2 a) (2 b) (2 c))", 16, "expected two trees in a bracket, found a third")]
    [InlineData("(3 (It) (4 works))", 5, "expected a label, a whole number from 0 to 4, found 'It'")]
    [InlineData("((2 It) (4 works))", 2, "expected a label, a whole number from 0 to 4, found '('")]
    [InlineData("(3 (5 It) (4 works))", 5, "expected a label, a whole number from 0 to 4, found '5'")]
    [InlineData("(3 (-1 It) (4 works))", 5, "expected a label, a whole number from 0 to 4, found '-1'")]
    [InlineData("(3 (2 It works) (4 well))", 10, "expected one word in a bracket, found 'works' after 'It'")]
    [InlineData("(3 (2 It) works)", 11, "expected a bracket, found the word 'works' beside one")]
    [InlineData("(3 It (2 works))", 7, "expected a closing bracket, found a tree after the word 'It'")]
    [InlineData("works", 1, "expected an opening bracket, found 'works'")]
    [InlineData(")", 1, "expected a tree, found a closing bracket without an opening one")]
    [InlineData("(3", 3, "expected a closing bracket, found the end of the line, with the bracket of column 1 open")]
    [InlineData("(", 2, "expected a label, a whole number from 0 to 4, found the end of the line")]
    public void A_mistake_is_named_with_line_and_column(string line, int column, string sentence)
    {
        var mistake = Assert.Throws<InvalidDataException>(() => Treebank.Of(["(2 fine)", "", line], "reviews", classes: 5));
        Assert.Equal($"reviews, line 3, column {column}: {sentence}.", mistake.Message);
    }

    [Theory]
    [InlineData("((a b) c", 9, "expected a closing bracket, found the end of the line, with the bracket of column 1 open")]
    [InlineData("(a b c)", 6, "expected two trees in a bracket, found a third")]
    [InlineData("(a ())", 5, "expected a word or two trees, found an empty tree")]
    public void So_is_one_without_labels(string line, int column, string sentence) =>
        Assert.Equal($"trees, line 1, column {column}: {sentence}.", Assert.Throws<InvalidDataException>(() => Treebank.Of([line], labelled: false)).Message);

    [Fact]
    public void Files_may_be_packed_and_an_empty_one_has_no_trees()
    {
        using var folder = new TemporaryFolder();
        var path = folder["trees.txt.gz"];
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest)) packed.Write(Encoding.UTF8.GetBytes("(1 (0 ein) (2 Wörtchen))\r\n(0 (0 x) (0 y)\n"));
        Assert.Equal($"{path}, line 2, column 15: expected a closing bracket, found the end of the line, with the bracket of column 1 open.", Assert.Throws<InvalidDataException>(() => Treebank.Read(path)).Message);
        File.WriteAllText(path, "(1 (0 ein) (2 Wörtchen))\r\n\n");
        Assert.Equal(["ein Wörtchen"], Treebank.Read(path, (word, _) => word, (left, right, _) => $"{left} {right}"));
        File.WriteAllText(path, "\n");
        Assert.Equal($"{path}: expected at least one tree, found none.", Assert.Throws<InvalidDataException>(() => Treebank.Read(path)).Message);
    }

    [Fact]
    public void A_tree_of_a_hundred_thousand_steps_is_read_too()
    {
        var deep = string.Concat(Enumerable.Repeat("(1 (1 a) ", 100_000)) + "(1 b)" + new string(')', 100_000);
        Assert.Equal([100_001], Treebank.Read(Written(deep), (_, _) => 1, (left, right, _) => left + right));

        static string Written(string text)
        {
            var path = Path.GetTempFileName();
            File.WriteAllText(path, text);
            return path;
        }
    }

    [Fact]
    public void Words_outside_the_vocabulary_share_a_number_and_counts_know_no_order()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var bank = Treebank.Of(["(1 (1 Not) (1 (1 good) (1 .)))", "(1 (1 good) (1 (1 not) (1 not)))"]);
        var vocabulary = Vocabulary.Fit(bank, least: 2);
        Assert.Equal(["not", "good"], vocabulary.Words.AsEnumerable());
        Assert.Equal([2, 2, 3, Vocabulary.Unknown], [vocabulary["not"], vocabulary["NOT"], vocabulary["good"], vocabulary["."]]);
        Assert.Equal([1, 1, 2, 1], vocabulary.Counts(bank).data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => Vocabulary.Fit(bank, least: 4));
    }

    [SkippableFact]
    public void SST_has_the_trees_and_nodes_that_are_published_of_it()
    {
        var store = Store.Default with { Online = false };
        Skip.IfNot(File.Exists(Path.Combine(store.Given ?? store.Own, Sources.Sst.Name, "dev.txt.gz")), "SST is not on this machine.");
        var bank = Sst.Load(store);
        Assert.Equal((8_544, 1_101, 2_210), (bank.Train.Count, bank.Dev.Count, bank.Test.Count));
        Assert.Equal([318_582, 41_447, 82_600], new[] { bank.Train, bank.Dev, bank.Test }.Select(part => part.Fold<int>((_, _) => 1, (left, right, _) => left + right + 1).Sum()));
        var roots = bank.Test.Fold<int>((_, label) => label!.Value, (_, _, label) => label!.Value);
        Assert.Equal([279, 633, 389, 510, 399], roots.CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => pair.Value));
    }

    [SkippableFact]
    public void Movie_review_polarity_has_as_many_sentences_of_either_kind()
    {
        var store = Store.Default with { Online = false };
        Skip.IfNot(File.Exists(Path.Combine(store.Given ?? store.Own, Sources.RtPolarity.Name, Sources.RtPolarity.Files[0].Name)), "rt-polarity is not on this machine.");
        var lines = RtPolarity.Load(store);
        Assert.Equal(["negative", "positive"], lines.Classes.AsEnumerable());
        Assert.Equal([(0, 5_331), (1, 5_331)], lines.Labels.CountBy(label => label).Select(pair => (pair.Key, pair.Value)));
        Assert.StartsWith("simplistic , silly and tedious", lines.Texts[0]);
    }

    [Fact]
    public void Without_the_real_trees_the_drawn_ones_are_used()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ToyTreebank.Title, TreebankParts.Load(new Store { Own = folder["data"], Online = false }).Name);
    }
}
