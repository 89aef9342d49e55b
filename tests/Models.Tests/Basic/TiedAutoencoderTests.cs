using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class TiedAutoencoderTests
{
    [Fact]
    public void It_has_half_the_weights_of_an_untied_pair_and_the_same_biases()
    {
        using var tied = new TiedAutoencoder(784, 20, new Generator(1));
        using var untied = new Autoencoder([784, 20], new BernoulliLikelihood(), new Generator(1));
        Assert.Equal(784 * 20 + 20 + 784, tied.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(784 * 20, untied.parameters().Sum(parameter => parameter.numel()) - tied.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Its_gradient_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = new TiedAutoencoder(4, 2, new Generator(2)).to(ScalarType.Float64);
        var x = rand(3, 4, dtype: ScalarType.Float64, generator: new Generator(3));
        Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(() => model.Loss(x), parameter), 0, 1e-8));
    }

    [Fact]
    public void The_tied_gradient_is_the_sum_of_the_two_that_an_untied_pair_gets()
    {
        using var scope = NewDisposeScope();
        var tied = new TiedAutoencoder(5, 3, new Generator(4));
        var untied = new Autoencoder([5, 3], new BernoulliLikelihood(), new Generator(4), codeActivation: Activation.Sigmoid);
        var p = untied.parameters().ToArray();                                      // W₁ b₁ W₂ b₂
        using (no_grad())
        {
            p[0].copy_(tied.Weight);
            p[2].copy_(tied.Weight.t());
        }
        var x = rand(6, 5, generator: new Generator(5));
        tied.Loss(x).backward();
        untied.Loss(x).backward();
        Assert.Equal(untied.Loss(x).ToDouble(), tied.Loss(x).ToDouble(), 5);
        Assert.True(tied.Weight.grad!.allclose(p[0].grad! + p[2].grad!.t(), atol: 1e-6));
    }
}
