using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class SelfAttentionTests
{
    private static Tensor Nobody(long batch, long length) => zeros(batch, length, dtype: ScalarType.Bool);

    // One head, W_Q = W_K = W_V = W_O = I, so that weights are softmax(xxᵀ/√2): three tokens worked by hand.
    [Fact]
    public void Three_tokens_are_the_ones_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var layer = new SelfAttention(2, 1, new Generator(1));
        using (no_grad())
            foreach (var (name, parameter) in layer.named_parameters())
                parameter.copy_(name.EndsWith("weight", StringComparison.Ordinal) ? eye(2) : zeros(2));
        var x = tensor(new[,] { { 1f, 0 }, { 0, 1 }, { 1, 1 } }).unsqueeze(0);
        var (values, weights) = layer.call(x, Nobody(1, 3));
        var (one, two) = (Math.Exp(1 / Math.Sqrt(2)), Math.Exp(2 / Math.Sqrt(2)));
        double[,] byHand = { { one, 1, one }, { 1, one, one }, { one, one, two } };
        for (var i = 0; i < 3; i++)
        {
            var sum = byHand[i, 0] + byHand[i, 1] + byHand[i, 2];
            for (var j = 0; j < 3; j++) Assert.Equal(byHand[i, j] / sum, weights[0, 0, i, j].ToDouble(), 6);
            Assert.Equal((byHand[i, 0] + byHand[i, 2]) / sum, values[0, i, 0].ToDouble(), 6);
            Assert.Equal((byHand[i, 1] + byHand[i, 2]) / sum, values[0, i, 1].ToDouble(), 6);
        }
    }

    [Fact]
    public void It_is_the_library_s_own_attention_with_the_same_weights()
    {
        using var scope = NewDisposeScope();
        var layer = new SelfAttention(12, 3, new Generator(1));
        var theirs = nn.MultiheadAttention(12, 3);
        var ours = layer.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        using (no_grad())
            foreach (var (name, parameter) in theirs.named_parameters())
                parameter.copy_(name switch
                {
                    "in_proj_weight" => cat([ours["queries.weight"], ours["keys.weight"], ours["values.weight"]]),
                    "in_proj_bias" => cat([ours["queries.bias"], ours["keys.bias"], ours["values.bias"]]),
                    "out_proj.weight" => ours["output.weight"],
                    _ => ours["output.bias"],
                });
        var x = randn(5, 7, 12, generator: new Generator(2));
        var padding = arange(7).ge(tensor(new long[] { 7, 5, 1, 6, 3 }).unsqueeze(1));
        var (values, weights) = layer.call(x, padding);
        var there = x.transpose(0, 1).contiguous();                                 // (T, B, E)
        var (wanted, looks) = theirs.call(there, there, there, padding, true, null!);
        Assert.True(values.allclose(wanted.transpose(0, 1), 1e-5, 1e-6));
        Assert.True(weights.mean([1L]).allclose(looks, 1e-5, 1e-6));
    }

    [Fact]
    public void Nobody_looks_at_padding_and_every_row_sums_to_one()
    {
        using var scope = NewDisposeScope();
        var layer = new SelfAttention(8, 2, new Generator(1));
        var padding = Nobody(2, 5);
        padding[1, 3..] = true;
        var x = randn(2, 5, 8, generator: new Generator(2));
        var (values, weights) = layer.call(x, padding);
        Assert.Equal(0, weights[1, .., .., 3..].abs().max().ToDouble());
        Assert.True(weights.sum(-1).allclose(ones(2, 2, 5)));
        x[1, 3..] += 100;
        Assert.True(values[1, ..3].allclose(layer.call(x, padding).Values[1, ..3]));
    }

    [Fact]
    public void A_number_of_heads_that_does_not_divide_is_refused() =>
        Assert.Contains("divisor of 10", Assert.Throws<ArgumentException>(() => new SelfAttention(10, 3, new Generator(1))).Message);

    [Fact]
    public void A_layer_whose_mixer_gives_nothing_adds_what_its_tokens_took_and_one_that_takes_nothing_adds_nothing()
    {
        using var scope = NewDisposeScope();
        var layer = new TransformerLayer(8, 2, new Generator(1));
        var attention = new SelfAttention(8, 2, new Generator(1));                  // the first weights that the layer draws are its attention's
        var (x, padding) = (randn(2, 5, 8, generator: new Generator(2)), Nobody(2, 5));
        Silence("mixer");
        var taken = attention.call(nn.functional.layer_norm(x, [8]), padding);
        var (output, weights) = layer.call(x, padding);
        Assert.True(output.allclose(x + taken.Values, 1e-5, 1e-6));
        Assert.True(weights.allclose(taken.Weights, 1e-5, 1e-6));
        Silence("attention.output");
        Assert.True(layer.call(x, padding).Output.Equals(x));

        void Silence(string part)
        {
            using var _ = no_grad();
            foreach (var (name, parameter) in layer.named_parameters())
                if (name.StartsWith(part, StringComparison.Ordinal)) parameter.zero_();
        }
    }
}
