using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class RecurrentLanguageModelTests
{
    private static RecurrentLanguageModel Model(SentenceTokens? tokens = null) => new(tokens ?? TinySentences.Tokens, wordSize: 3, hiddenSize: 4, new Generator(1));

    [Fact]
    public void Its_log_likelihoods_are_those_that_PyTorch_computes_with_the_same_weights()
    {
        using var scope = NewDisposeScope();
        TinySentences.Agree([-8.095836495964658, -3.522974024614713], Model().Filled().call(TinySentences.Two()));
    }

    [Fact]
    public void More_padding_changes_no_likelihood()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        var wider = cat([x, zeros(2, 5, dtype: ScalarType.Int64)], 1);
        Assert.True(model.call(wider).allclose(model.call(x), 1e-12, 1e-12));
    }

    [Fact]
    public void All_sentences_up_to_a_length_and_those_that_go_on_have_probability_1_together()
    {
        using var scope = NewDisposeScope();
        var tokens = new SentenceTokens(6, Padding: 0, Unknown: 1, Start: 2, End: 3);             // may say 1, 3, 4 and 5
        var model = Model(tokens).Filled();
        var ended = new List<long[]>();
        var open = new List<long[]> { new long[] { 2 } };
        for (var t = 0; t < 3; t++)
        {
            ended.AddRange(open.Select(row => (long[])[.. row, 3]));
            open = [.. open.SelectMany(row => new long[] { 1, 4, 5 }.Select(word => (long[])[.. row, word]))];
        }
        double Mass(IEnumerable<long[]> rows) => rows.Sum(row => model.call(tensor(row).unsqueeze(0)).exp().ToDouble());
        Assert.Equal(13, ended.Count);
        Assert.Equal(1, Mass(ended) + Mass(open), 12);
    }

    [Fact]
    public void It_draws_sentences_as_often_as_it_says_they_are_probable()
    {
        using var scope = NewDisposeScope();
        var model = Model().Filled();
        var drawn = model.Sample(20000, 6, new Generator(3));
        Assert.True(drawn.select(1, 0).eq(2).all().ToBoolean());
        foreach (var sentence in new[] { new long[] { 2, 3, 0, 0, 0, 0 }, [2, 7, 3, 0, 0, 0], [2, 1, 3, 0, 0, 0] })
        {
            var row = tensor(sentence).unsqueeze(0);
            var share = drawn.eq(row).all(1).to(ScalarType.Float64).mean().ToDouble();
            var p = model.call(row).exp().ToDouble();
            Assert.InRange(share, p - 4 * Math.Sqrt(p / 20000), p + 4 * Math.Sqrt(p / 20000));
        }
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = Model().Filled();
        foreach (var (_, parameter) in model.named_parameters())
            Assert.InRange(Gradients.Disagreement(() => model.Loss(TinySentences.Two()), parameter), 0, 1e-6);
    }

    [Fact]
    public void With_dropout_the_last_layer_sees_less_and_the_gradient_is_still_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        foreach (var (_, parameter) in model.named_parameters())
            Assert.InRange(Gradients.Disagreement(() => model.Loss(x, 0.5, new Generator(1)), parameter), 0, 1e-6);
        Assert.Equal(model.Loss(x).ToDouble(), model.Loss(x, 0, new Generator(1)).ToDouble(), 12);
        Assert.NotEqual(model.Loss(x).ToDouble(), model.Loss(x, 0.5, new Generator(1)).ToDouble());
        Assert.Contains("[0, 1), got 1", Assert.Throws<ArgumentException>(() => model.Loss(x, 1, new Generator(1))).Message);
    }

    [Fact]
    public void Of_a_state_that_is_hidden_altogether_the_last_layer_says_its_bias()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Model().Filled(), TinySentences.Two());
        using (no_grad()) model.named_parameters().Single(named => named.name == "decoder.last.weight").parameter.zero_();
        Assert.Equal(model.Loss(x).ToDouble(), model.Loss(x, 0.9, new Generator(1)).ToDouble(), 12);
    }

    [Fact]
    public void The_seed_decides_the_first_weights()
    {
        using var scope = NewDisposeScope();
        var (one, two, other) = (Model(), Model(), new RecurrentLanguageModel(TinySentences.Tokens, 3, 4, new Generator(2)));
        Assert.Equal(one.Loss(TinySentences.Two()).ToDouble(), two.Loss(TinySentences.Two()).ToDouble());
        Assert.NotEqual(one.Loss(TinySentences.Two()).ToDouble(), other.Loss(TinySentences.Two()).ToDouble());
    }
}
