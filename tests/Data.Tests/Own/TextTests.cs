using System.Text;
using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class TextTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_line_is_a_text_and_a_label_stands_before_or_after_a_tab()
    {
        var plain = TextLines.Read(Write("One.\r\n Two\ttwo. \nThree\n\n"));
        Assert.Equal(["One.", "Two\ttwo.", "Three"], plain.Texts.ToArray());
        Assert.Empty(plain.Classes);
        var first = TextLines.Read(Write("pos\tA good\tfilm\nneg\tA bad film\n"), LabelPlace.First);
        Assert.Equal(["A good\tfilm", "A bad film"], first.Texts.ToArray());
        Assert.Equal(["neg", "pos"], first.Classes.ToArray());
        Assert.Equal([1, 0], first.Labels.ToArray());
        Assert.Equal([0, 1], TextLines.Read(Write("A bad film\tneg\nA good one\tpos\n"), LabelPlace.Last).Labels.ToArray());
        Assert.Equal("lines.txt: 2 texts in 2 classes (neg, pos)", first.ToString());
    }

    [Theory]
    [InlineData("one\n\ntwo\n", LabelPlace.None, ", line 2: expected a text, found a blank line: take it out, or say BlankLines.Skip or BlankLines.Keep.")]
    [InlineData("pos\tone\ntwo\n", LabelPlace.First, ", line 2: expected a label, a tab and a text, found no tab.")]
    [InlineData("pos\tone\n\ttwo\n", LabelPlace.First, ", line 2: expected a label, a tab and a text, found no label.")]
    [InlineData("one\tpos\ntwo\n", LabelPlace.Last, ", line 2: expected a text, a tab and a label, found no tab.")]
    [InlineData("\n\n", LabelPlace.None, ": expected at least one line of text, found none.")]
    public void A_bad_line_gets_one_sentence_with_file_and_line(string text, LabelPlace label, string sentence) =>
        Assert.Equal(folder["lines.txt"] + sentence, Assert.Throws<InvalidDataException>(() => TextLines.Read(Write(text), label)).Message);

    [Fact]
    public void A_byte_that_is_no_text_is_named_with_line_and_column_and_read_in_its_own_encoding()
    {
        var path = folder.Write("latin.txt", Encoding.Latin1.GetBytes("good\na café\n"));
        Assert.StartsWith($"{path}, line 2, column 6: expected UTF-8, found the byte E9: save the file as UTF-8, or say which encoding it has", Assert.Throws<InvalidDataException>(() => TextLines.Read(path)).Message);
        Assert.Equal("a café", TextLines.Read(path, encoding: Encoding.Latin1).Texts[1]);
        Assert.Contains("expected a file, found a folder", Assert.Throws<IOException>(() => TextLines.Read(Path.GetDirectoryName(path)!)).Message);
    }

    [Fact]
    public void Blank_lines_are_skipped_or_kept_where_that_is_said()
    {
        var path = Write("one\n\ntwo\n");
        Assert.Equal(["one", "two"], TextLines.Read(path, blank: BlankLines.Skip).Texts.ToArray());
        Assert.Equal(["one", "", "two"], TextLines.Read(path, blank: BlankLines.Keep).Texts.ToArray());
    }

    [Fact]
    public void Every_text_is_held_out_in_one_fold_and_each_fold_has_of_every_class_its_share()
    {
        var lines = TextLines.Read(Write(string.Concat(Enumerable.Range(0, 23).Select(i => $"text {i}\t{(i < 9 ? "a" : "b")}\n"))), LabelPlace.Last);
        var folds = Enumerable.Range(0, 4).Select(fold => lines.Fold(fold, folds: 4, seed: 3)).ToArray();
        Assert.Equal(lines.Texts.Order(), folds.SelectMany(fold => fold.Test.Texts).Order());
        foreach (var (train, test) in folds)
        {
            Assert.Equal(lines.Texts.Order(), train.Texts.Concat(test.Texts).Order());
            Assert.All(test.Texts.Zip(test.Labels), pair => Assert.Equal(lines.Labels[lines.Texts.IndexOf(pair.First)], pair.Second));
            Assert.InRange(test.Labels.Count(label => label == 0), 2, 3);
            Assert.InRange(test.Count, 5, 6);
        }
        Assert.Equal(folds[1].Test.Texts.ToArray(), lines.Fold(1, folds: 4, seed: 3).Test.Texts.ToArray());
        Assert.NotEqual(folds[1].Test.Texts.ToArray(), lines.Fold(1, folds: 4, seed: 4).Test.Texts.ToArray());
        Assert.StartsWith("folds: expected 2 to 23, the number of examples, got 1.", Assert.Throws<ArgumentException>(() => lines.Fold(0, folds: 1)).Message);
        Assert.StartsWith("fold: expected 0 to 9, got 10.", Assert.Throws<ArgumentException>(() => lines.Fold(10)).Message);
    }

    [Fact]
    public void Rare_words_are_unknown_where_that_is_asked_for_and_rows_are_as_long_as_their_texts()
    {
        var lines = TextLines.Of("two", ["a dog sees a cat", "the dog"]);
        var twice = Vocabulary.Fit(lines, least: 2);
        Assert.Equal(["a", "dog"], twice.Words.ToArray());
        Assert.Equal([[2L, 3, 1, 2, 1], [1L, 3]], twice.Numbers(lines));
        Assert.StartsWith("least: expected a word that occurs 9 times, got none in 2 texts.", Assert.Throws<ArgumentException>(() => Vocabulary.Fit(lines, least: 9)).Message);
    }

    [Fact]
    public void Words_are_counted_in_the_training_part_and_others_are_unknown()
    {
        using var scope = NewDisposeScope();
        var words = Vocabulary.Fit(TextLines.Read(Write("The cat sees the dog.\nThe dog doesn't see.\n")), words: 3);
        Assert.Equal(["the", "dog", "cat"], words.Words.ToArray());                                       // 3, 2, and the first of five that occur once
        var other = TextLines.Read(Write("DOG, the the bird\ncat\n"));
        Assert.Equal([1f, 1, 0, 0, 0, 1], words.Bag(other).data<float>().ToArray());
        Assert.Equal([3L, 2, 2, 1, 0, 4, 0, 0, 0, 0], words.Numbers(other, length: 5).data<long>().ToArray());
        Assert.Equal([3L, 2, 4, 0], words.Numbers(other, length: 2).data<long>().ToArray());
        Assert.Equal("dog the the …", words.Decode(words.Numbers(other, length: 5)[0]));
        Assert.Contains("expected numbers from 0 to 4, got 5", Assert.Throws<ArgumentException>(() => words.Decode(tensor(new long[] { 2, 5 }))).Message);
        Assert.Equal(["doesn't", "see", "you're", "2"], Vocabulary.Split("Doesn't see: you're 2!"));
    }

    [Fact]
    public void A_split_keeps_the_share_of_every_class()
    {
        var lines = TextLines.Read(Write(string.Join('\n', Enumerable.Range(0, 50).Select(i => $"{(i % 5 == 0 ? "rare" : "common")}\ttext {i}"))), LabelPlace.First);
        var (train, test) = lines.Split(test: 0.2, seed: 1);
        Assert.Equal((40, 10, 2), (train.Count, test.Count, test.Labels.Sum()));
        Assert.Equal(lines.Texts.Order(), train.Texts.Concat(test.Texts).Order());
        Assert.Equal(test.Texts.ToArray(), lines.Split(test: 0.2, seed: 1).Test.Texts.ToArray());
    }

    private string Write(string text) => folder.Write("lines.txt", Encoding.UTF8.GetBytes(text));
}
