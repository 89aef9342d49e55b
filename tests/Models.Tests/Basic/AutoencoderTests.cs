using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class AutoencoderTests
{
    private static Tensor Pixels(int rows, int columns, int seed) => rand(rows, columns, generator: new Generator((ulong)seed));

    [Theory]
    [InlineData(new[] { 784, 20 }, 784 * 20 + 20 + 20 * 784 + 784)]
    [InlineData(new[] { 784, 400, 20 }, 784 * 400 + 400 + 400 * 20 + 20 + 20 * 400 + 400 + 400 * 784 + 784)]
    public void Its_decoder_mirrors_its_encoder(int[] sizes, long parameters)
    {
        using var model = new Autoencoder(sizes, new BernoulliLikelihood(), new Generator(1));
        Assert.Equal(parameters, model.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal($"Autoencoder {string.Join("-", sizes)}", model.GetName());
    }

    [Fact]
    public void The_seed_decides_the_first_weights()
    {
        using var scope = NewDisposeScope();
        var x = Pixels(3, 6, seed: 1);
        double[] Code(ulong seed) => [.. new Autoencoder([6, 5, 2], new BernoulliLikelihood(), new Generator(seed)).Encode(x).data<float>().Select(u => (double)u)];
        Assert.Equal(Code(7), Code(7));
        Assert.NotEqual(Code(7), Code(8));
    }

    [Fact]
    public void Decoding_gives_probabilities_whose_logits_are_the_forward_pass()
    {
        using var scope = NewDisposeScope();
        var model = new Autoencoder([6, 5, 2], new BernoulliLikelihood(), new Generator(2));
        var x = Pixels(4, 6, seed: 2);
        Assert.True(model.Reconstruct(x).allclose(sigmoid(model.call(x))));
        Assert.False(model.Reconstruct(x).requires_grad);
    }

    [Fact]
    public void Its_layers_are_the_equation()
    {
        using var scope = NewDisposeScope();
        var model = new Autoencoder([3, 4, 2], new GaussianLikelihood(), new Generator(3), Activation.Tanh);
        var p = model.parameters().ToArray();                                       // W₁ b₁ W₂ b₂ | W₃ b₃ W₄ b₄
        var x = Pixels(5, 3, seed: 3);
        var code = tanh(x.matmul(p[0].t()) + p[1]).matmul(p[2].t()) + p[3];
        var output = tanh(code.matmul(p[4].t()) + p[5]).matmul(p[6].t()) + p[7];
        Assert.True(model.Encode(x).allclose(code, atol: 1e-6));
        Assert.True(model.Decode(code).allclose(output, atol: 1e-6));
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    public void Its_gradient_agrees_with_finite_differences(string activation)
    {
        using var scope = NewDisposeScope();
        var hidden = activation == "tanh" ? Activation.Tanh : Activation.Sigmoid;
        var model = new Autoencoder([4, 3, 2], new BernoulliLikelihood(), new Generator(4), hidden, hidden).to(ScalarType.Float64);
        var x = Pixels(3, 4, seed: 4).to_type(ScalarType.Float64);
        Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(() => model.Loss(x), parameter), 0, 1e-8));
    }

    [Fact]
    public void Data_and_codes_of_the_wrong_width_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        var model = new Autoencoder([6, 2], new BernoulliLikelihood(), new Generator(1));
        Assert.StartsWith("x: expected (N, 6), got (2, 3, 2).", Assert.Throws<ArgumentException>(() => model.Loss(zeros(2, 3, 2))).Message);
        Assert.StartsWith("code: expected (N, 2), got (5, 6).", Assert.Throws<ArgumentException>(() => model.Decode(zeros(5, 6))).Message);
    }

    [Fact]
    public void Sizes_below_one_are_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new Autoencoder([6, 0], new BernoulliLikelihood(), new Generator(1)));
        Assert.StartsWith("sizes: expected at least two sizes of at least 1, got 6-0.", refusal.Message);
    }

    [Fact]
    public void It_learns_to_copy_eight_one_hot_words_through_three_units()
    {
        // The 8-3-8 encoder problem of Rumelhart, Hinton and Williams (1986): the code must become a binary number.
        using var scope = NewDisposeScope();
        var words = eye(8);
        var model = new Autoencoder([8, 3], new BernoulliLikelihood(), new Generator(1), codeActivation: Activation.Sigmoid);
        var optimizer = optim.Adam(model.parameters(), lr: 0.1);
        for (var step = 0; step < 800; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            model.Loss(words).backward();
            optimizer.step();
        }
        Assert.Equal(Enumerable.Range(0, 8).Select(i => (long)i), model.Reconstruct(words).argmax(1).data<long>().ToArray());
    }
}
