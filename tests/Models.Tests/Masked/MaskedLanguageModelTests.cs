using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class MaskedLanguageModelTests
{
    private static MaskedLanguageModel Small() => new(vocabularySize: 11, length: 6, size: 8, depth: 2, heads: 2, padding: 0, new Generator(1));

    private static Tensor Sentences() => tensor(new long[,] { { 1, 5, 6, 7, 3, 0 }, { 1, 8, 9, 3, 0, 0 } });

    // Tables of variance 1 / E and a normalised h make logits of variance 1; of V such the log of the sum of exp is log V + ½.
    [Fact]
    public void At_first_it_loses_half_a_nat_more_than_by_guessing()
    {
        using var scope = NewDisposeScope();
        var model = new MaskedLanguageModel(vocabularySize: 500, length: 12, size: 64, depth: 2, heads: 4, padding: 0, new Generator(1));
        var x = randint(5, 500, [64, 12], ScalarType.Int64, generator: new Generator(2));
        Assert.InRange(model.Loss(new MaskedTokens(full_like(x, 3), x, x.ge(5))).ToDouble(), Math.Log(500) + 0.4, Math.Log(500) + 0.6);
    }

    [Fact]
    public void The_loss_is_the_mean_over_the_selected_tokens_and_no_others()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Small(), Sentences());
        var selected = zeros_like(x, dtype: ScalarType.Bool);
        (selected[0, 2], selected[1, 1]) = (true, true);
        var inputs = x.clone();
        inputs[0, 2] = 2;
        var logP = model.call(inputs).log_softmax(-1);
        var byHand = -(logP[0, 2, 6].ToDouble() + logP[1, 1, 8].ToDouble()) / 2;
        Assert.Equal(byHand, model.Loss(new(inputs, x, selected)).ToDouble(), 5);
        Assert.Equal(0, model.Loss(new(inputs, x, zeros_like(selected))).ToDouble());
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = (MaskedLanguageModel)Small().to(ScalarType.Float64);
        var masked = new MaskedTokens(Sentences(), Sentences(), Sentences().ge(5));
        foreach (var (name, parameter) in model.named_parameters().Where(p => p.name is "tokens.weight" or "places.weight" or "layers.0.attention.queries.weight" or "layers.1.before.weight" or "bias"))
            Assert.InRange(Gradients.Disagreement(() => model.Loss(masked), parameter), 0, 1e-5);
    }

    [Fact]
    public void What_stands_in_the_padding_s_place_changes_nothing_and_the_order_of_words_does()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Small(), Sentences());
        var longer = cat([x[1..], zeros(1, 0, dtype: ScalarType.Int64)], 1);
        Assert.True(model.call(longer[.., ..4])[0].allclose(model.call(x)[1, ..4], 1e-5, 1e-6));
        Assert.False(model.Encode(tensor(new long[,] { { 1, 9, 8, 3 } }))[0, 0].allclose(model.Encode(x)[1, 0], 1e-4, 1e-5));
    }

    [Fact]
    public void A_sentence_has_the_mean_of_its_tokens_for_a_code_and_an_empty_one_has_none()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Small(), Sentences());
        Assert.True(model.SentenceCodes(x)[0].allclose(model.Encode(x)[0, ..5].mean([0L]), 1e-5, 1e-6));
        var empty = model.SentenceCodes(zeros(1, 6, dtype: ScalarType.Int64));
        Assert.Equal(0, empty.abs().max().ToDouble());
    }

    [Fact]
    public void What_it_cannot_read_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("6 tokens at most, got 7", Assert.Throws<ArgumentException>(() => Small().call(ones(1, 7, dtype: ScalarType.Int64))).Message);
        Assert.Contains("0 to 10, got 11", Assert.Throws<ArgumentException>(() => Small().call(full([1, 3], 11, dtype: ScalarType.Int64))).Message);
    }
}
