using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>The run of notebook 09, on drawn sentences.</summary>
public sealed class MaskedRunTests
{
    private static readonly Corpus corpus = Corpus.Toy(train: 1500, test: 400);
    private static readonly MaskedRun small = new() { Size = 32, Epochs = 2, BatchSize = 32, LearningRate = 3e-3, Progress = null };

    [Fact]
    public void The_same_record_gives_the_same_numbers_and_another_seed_others()
    {
        using var first = small.Train(corpus);
        using var again = small.Train(corpus);
        using var other = (small with { Seed = 2 }).Train(corpus);
        Assert.Equal(first.History.Steps, again.History.Steps);
        Assert.NotEqual(first.History.Steps, other.History.Steps);
    }

    [Fact]
    public void It_is_right_more_often_than_counts_of_neighbours_and_no_oftener_than_can_be()
    {
        using var result = (small with { Size = 64, Epochs = 12, Schedule = Training.Schedule.Cosine(12) }).Train(corpus);
        var holes = MaskedResult.HeldOut(corpus);
        var counts = NeighbourCounts.Of(corpus.Train, corpus.Table.Size, TokenTable.FirstOrdinary, TokenTable.Mask);
        var (accuracy, nats) = result.Judge(holes);
        var byBoth = counts.Judge(holes, Neighbours.Both);
        Assert.True(accuracy > byBoth.Accuracy + 0.1, $"{accuracy} against {byBoth.Accuracy}");
        Assert.InRange(nats, 0.4, byBoth.Nats);                     // 0.47 is the best there is, by all sentences that fit
        Assert.Equal("were", result.Top("yesterday my cats near the house [MASK] lazy", 1)[0].Word);
    }

    [Fact]
    public void Held_out_holes_are_the_same_for_every_model_and_hidden_all()
    {
        var (one, same, other) = (MaskedResult.HeldOut(corpus), MaskedResult.HeldOut(corpus), MaskedResult.HeldOut(corpus, seed: 2));
        Assert.True(one.Inputs.Equals(same.Inputs));
        Assert.False(one.Inputs.Equals(other.Inputs));
        Assert.True(one.Inputs.eq(TokenTable.Mask).Equals(one.Selected));
        var ordinary = corpus.Test.ge(TokenTable.FirstOrdinary).sum().ToDouble();
        Assert.Equal(Math.Round(0.15 * ordinary, MidpointRounding.AwayFromZero), one.Selected.sum().ToDouble());
    }

    [Fact]
    public void Where_whole_words_are_hidden_no_word_is_hidden_in_part_and_the_training_is_another()
    {
        var texts = ToySentences.Draw(300);
        using var pieces = Corpus.Of("pieces", texts, texts, TokenTable.Subwords(texts, merges: 20), 40);
        var run = small with { WholeWords = true, Epochs = 1 };
        using var draws = new Generator(1);
        var selected = run.Masking(pieces).Apply(pieces.Train, draws, pieces.TrainWords).Selected.to(ScalarType.Int64);
        var ofWord = zeros_like(selected).scatter_add(1, pieces.TrainWords, selected).gather(1, pieces.TrainWords);       // selected pieces of the word of each piece
        var length = zeros_like(selected).scatter_add(1, pieces.TrainWords, ones_like(selected)).gather(1, pieces.TrainWords);
        Assert.True(length.max().ToInt64() > 1);
        Assert.True(ofWord.eq(0).logical_or(ofWord.eq(length)).all().ToBoolean());
        using var whole = run.Train(pieces);
        using var parts = (run with { WholeWords = false }).Train(pieces);
        Assert.NotEqual(whole.History.Steps, parts.History.Steps);
    }

    [Fact]
    public void A_sentence_without_a_hole_is_refused_in_a_sentence()
    {
        using var result = (small with { Epochs = 0.02 }).Train(corpus);
        Assert.StartsWith("sentence: expected a [MASK] within 11 tokens, found none in \"my dog is hairy\".", Assert.Throws<ArgumentException>(() => result.Top("my dog is hairy")).Message);
        Assert.Equal(3, result.Top("my dog is [MASK]", 3).Count);
        var none = new Models.MaskedTokens(corpus.Test, corpus.Test, zeros_like(corpus.Test, dtype: ScalarType.Bool));
        Assert.StartsWith("masked: expected a selected token or more, got none.", Assert.Throws<ArgumentException>(() => result.Judge(none)).Message);
    }
}
