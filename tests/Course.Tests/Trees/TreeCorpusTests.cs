using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public sealed class TreeCorpusTests
{
    private static readonly TreeCorpus corpus = TreeCorpus.Of(ToyTreebank.Load(train: 300, dev: 10, test: 50));

    [Fact]
    public void A_tree_in_brackets_reads_back_as_its_words_and_its_labels()
    {
        var tree = corpus.Parse("(1 (2 the) (1 (2 not) (4 gripping)))");
        Assert.Equal("the not …", corpus.Text(tree));
        Assert.Equal([2, 2, 4, 1, 1], tree.Subtrees.Select(part => part.Label!.Value));
        Assert.StartsWith("brackets, line 1, column 5: expected a label, a whole number from 0 to 4", Assert.Throws<InvalidDataException>(() => corpus.Parse("(1 (x the) (2 film))")).Message);
    }

    [Fact]
    public void A_sentence_with_a_label_is_a_chain_of_its_words_whose_whole_has_the_label()
    {
        var lines = TextLines.Of("films", ["good film", "bad film"]);
        Assert.StartsWith("train: expected texts in two classes or more, got films: 2 texts.", Assert.Throws<ArgumentException>(() => TreeCorpus.Of(lines, lines)).Message);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "films.txt");
            File.WriteAllText(path, "good\tA good good film\nbad\tA bad film\nbad\t...\n");
            var read = TextLines.Read(path, LabelPlace.First);
            var films = TreeCorpus.Of(read, read);
            Assert.Equal(["a", "film", "good"], films.Vocabulary.Words.Order());                     // bad occurs once
            Assert.Equal(["(((a good) good) film)", "((a …) film)", "…"], films.Test.Select(Shape));  // three points are no word
            Assert.Equal([1, 0, 0], films.Test.Select(tree => tree.Label!.Value));
            Assert.All(films.Test, tree => Assert.All(tree.Subtrees.SkipLast(1), part => Assert.Null(part.Label)));
            Assert.Equal(["bad", "good"], films.Classes.ToArray());

            string Shape(Tree tree) => tree is Tree.Node(var left, var right) ? $"({Shape(left)} {Shape(right)})" : films.Text(tree);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_drawing_has_at_every_phrase_what_the_network_says_of_it()
    {
        using var scope = NewDisposeScope();
        var model = new SemiSupervisedRecursiveAutoencoder(corpus.Vocabulary.Size, 4, 5, 0.5, new Generator(1));
        var tree = corpus.Parse("(1 (2 not) (3 good))");
        using var batch = new TreeBatch([tree]);
        var p = model.LabelLogits(batch).softmax(1);
        var said = corpus.Draw(tree, model).ToString();
        Assert.Equal($"not good: {corpus.Classes[(int)p[2].argmax().ToInt64()]} {FormattableString.Invariant($"{100 * p[2].max().ToDouble():F0}")} %, is negative, E_rec {FormattableString.Invariant($"{model.Errors(batch)[0].ToDouble():F3}")}", said);
        Assert.Equal("not good: is negative", corpus.Draw(tree).ToString());
    }

    [Fact]
    public void Nearest_phrases_are_those_of_the_largest_cosine_found_one_by_one()
    {
        using var scope = NewDisposeScope();
        var model = new RecursiveNetwork(corpus.Vocabulary.Size, 4, 5, new Generator(1));
        using var phrases = new NearestPhrases(model, corpus, corpus.Train, longest: 3);
        var query = corpus.Parse("(1 (2 not) (3 good))");
        Tensor Vector(Tree tree) => model.Fold(tree).Vector[0];
        var byHand = corpus.Train.SelectMany(tree => tree.Subtrees).Where(tree => tree.Length is 2 or 3).DistinctBy(corpus.Text).Where(tree => corpus.Text(tree) != "not good")
            .Select(tree => (Text: corpus.Text(tree), Cosine: nn.functional.cosine_similarity(Vector(query), Vector(tree), dim: 0).ToDouble())).OrderByDescending(pair => pair.Cosine).Take(4).ToArray();
        var found = phrases.To(query, 4);
        Assert.Equal(byHand.Select(pair => pair.Text), found.Select(pair => pair.Phrase));
        Assert.Equal(byHand[0].Cosine, found[0].Cosine, 5);
        Assert.Throws<ArgumentException>(() => phrases.To(query, phrases.Count));
    }
}
