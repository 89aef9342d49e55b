using TorchSharp;
using Workbook.Data;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public class SentenceRunTests
{
    private static readonly Lazy<Corpus> toy = new(() => Corpus.Toy(2000, 500));

    private static LanguageModelRun Plain => new() { Epochs = 4, Progress = null, BatchSize = 32 };

    [Fact]
    public void A_language_model_comes_between_what_word_counts_cost_and_what_the_sentences_are_worth()
    {
        using var result = Plain.Train(toy.Value);
        var exact = ToySentences.All.GroupBy(s => string.Join(' ', s.Words)).ToDictionary(g => g.Key, g => g.Sum(s => s.Probability));
        var floor = Enumerable.Range(0, 500).Average(i => -Math.Log(exact[toy.Value.Table.Decode(toy.Value.Test[i])]));
        using var scope = NewDisposeScope();
        var words = toy.Value.Train.narrow(1, 1, toy.Value.Length - 1).flatten();
        var counts = words.masked_select(words.ne(0)).bincount(null, toy.Value.Table.Size).to(float64);
        var shares = (counts + 1e-9) / counts.sum();
        var unigrams = -(shares * shares.log()).sum().ToDouble() * result.HeldOut.TokensPerSentence;
        Assert.InRange(result.HeldOut.PerSentence, floor, unigrams / 2);
        Assert.Equal(result.HeldOut.PerSentence / result.HeldOut.TokensPerSentence, result.HeldOut.PerToken, 12);
        Assert.Equal(Math.Exp(result.HeldOut.PerToken), result.HeldOut.Perplexity, 12);
    }

    [Fact]
    public void Tokens_of_a_sentence_are_its_words_and_its_end()
    {
        using var result = (Plain with { Epochs = 0 }).Train(toy.Value);
        var byHand = Enumerable.Range(0, 500).Average(i => toy.Value.Table.Decode(toy.Value.Test[i]).Split(' ').Length + 1.0);
        Assert.Equal(byHand, result.HeldOut.TokensPerSentence, 9);
    }

    [Fact]
    public void Many_draws_of_a_code_never_cost_more_than_the_bound_on_average_and_the_seed_decides_all()
    {
        using var scope = NewDisposeScope();
        var run = new SentenceVaeRun { Epochs = 1, Progress = null, WordDropout = 0.3, AnnealingEpochs = 0.5 };
        using var one = run.Train(toy.Value);
        using var two = run.Train(toy.Value);
        Assert.Equal(one.NegativeElbo, two.NegativeElbo);
        Assert.True(one.Divergence.PerSentence > 0);
        Assert.Equal(one.Use.Divergences.Sum(), one.Divergence.PerSentence, 4);
        Assert.InRange(one.NegativeLogLikelihood(toy.Value.Test, 20, new Generator(1)).PerSentence, 0, one.NegativeElbo.PerSentence);
    }

    [Fact]
    public void A_divergence_that_counts_a_thousandfold_is_given_up()
    {
        using var result = new SentenceVaeRun { Epochs = 2, Progress = null, Beta = 1000 }.Train(toy.Value);
        Assert.InRange(result.Divergence.PerSentence, 0, 0.01);
        Assert.Equal(0, result.Use.Active());
    }

    [Fact]
    public void An_adversarial_autoencoder_writes_what_it_has_read_and_its_critic_stays_clipped()
    {
        var run = new AraeRun { Epochs = 3, Progress = null, BatchSize = 32, CriticSteps = 2 };
        using var result = run.Train(toy.Value);
        using var language = Plain.Train(toy.Value);
        Assert.Equal(3, result.Losses.Count);
        Assert.True(result.Losses[^1].Reconstruction < result.Losses[0].Reconstruction / 2);
        Assert.True(result.Reconstruction.PerSentence < language.HeldOut.PerSentence);             // it knows the code
        Assert.All(result.Model.OfCritic, weight => Assert.InRange(weight.abs().max().ToDouble(), 0, 0.01));
        using var again = run.Train(toy.Value);
        Assert.Equal(result.Losses, again.Losses);
    }

    [Fact]
    public void What_is_no_corpus_of_sentences_is_refused_before_the_first_step()
    {
        using var scope = NewDisposeScope();
        string Said(Corpus corpus) => Assert.Throws<ArgumentException>(() => Plain.Train(corpus)).Message;
        var corpus = toy.Value;
        Assert.Contains("an empty one", Said(corpus with { Test = cat([corpus.Test[..1, ..1], zeros(1, 12, dtype: ScalarType.Int64)], 1) }));
        Assert.Contains($"0 to {corpus.Table.Size - 1}, got 999", Said(corpus with { Train = cat([corpus.Train[..1, ..12], full([1, 1], 999, dtype: ScalarType.Int64)], 1) }));
        Assert.Contains("begin with 2", Said(corpus with { Train = corpus.Train[.., 1..] }));
        Assert.Contains("in [0, 1], got 2", Assert.Throws<ArgumentException>(() => new SentenceVaeRun { Progress = null, WordDropout = 2 }.Train(corpus)).Message);
        Assert.Contains("1 or more, got 0", Assert.Throws<ArgumentException>(() => new AraeRun { CriticSteps = 0 }.Train(corpus)).Message);
    }

    [Fact]
    public void Smoke_twins_are_small_and_longer_ones_rise_longer()
    {
        var run = new SentenceVaeRun { Epochs = 6, AnnealingEpochs = 3 };
        Assert.True(run.Smoke() is { Epochs: 1, Examples: 1000, AnnealingEpochs: 0.5 });
        Assert.True(run.Longer() is { Epochs: 12, AnnealingEpochs: 6 });
        Assert.True(new AraeRun().Smoke() is { Epochs: 1, CriticSteps: 2 });
        Assert.Equal(12, new AraeRun { Epochs = 6 }.Longer().Epochs);
    }
}
