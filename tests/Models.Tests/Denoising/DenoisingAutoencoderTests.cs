using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class DenoisingAutoencoderTests
{
    [Fact]
    public void It_is_shown_the_corrupted_example_and_judged_by_the_clean_one()
    {
        using var scope = NewDisposeScope();
        var inner = new Autoencoder([6, 4], new BernoulliLikelihood(), new Generator(1));
        var corruption = new MaskingNoise(0.5);
        var model = new DenoisingAutoencoder(inner, corruption);
        var x = rand(3, 6, generator: new Generator(2));
        var byHand = new BernoulliLikelihood().Loss(inner.call(corruption.Apply(x, new Generator(9))), x);
        Assert.Equal(byHand.ToDouble(), model.Loss(x, new Generator(9)).ToDouble());
        Assert.NotEqual(inner.Loss(x).ToDouble(), model.Loss(x, new Generator(9)).ToDouble(), 3);
    }

    [Fact]
    public void Without_noise_it_is_the_autoencoder_that_it_was_given()
    {
        using var scope = NewDisposeScope();
        var inner = new Autoencoder([6, 5, 2], new GaussianLikelihood(), new Generator(1));
        var model = new DenoisingAutoencoder(inner, new GaussianNoise(0));
        var x = rand(3, 6, generator: new Generator(2));
        Assert.Equal(inner.Loss(x).ToDouble(), model.Loss(x, new Generator(3)).ToDouble());
        Assert.True(inner.Encode(x).equal(model.Encode(x)).all().ToBoolean());
        Assert.Equal(inner.parameters().Count(), model.parameters().Count());
        Assert.Equal([5, 6], model.Filters.shape);
    }

    [Fact]
    public void Its_gradient_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        var model = new DenoisingAutoencoder(new Autoencoder([4, 3], new BernoulliLikelihood(), new Generator(2)), new MaskingNoise(0.4)).to(ScalarType.Float64);
        var x = rand(3, 4, dtype: ScalarType.Float64, generator: new Generator(3));
        Assert.All(model.parameters(), parameter => Assert.InRange(Gradients.Disagreement(() => model.Loss(x, new Generator(5)), parameter), 0, 1e-8));
    }

    [Fact]
    public void A_walk_is_the_reconstruction_over_and_over()
    {
        using var scope = NewDisposeScope();
        var model = new DenoisingAutoencoder(new Autoencoder([6, 3], new BernoulliLikelihood(), new Generator(4)), new MaskingNoise(0.1));
        var x = rand(2, 6, generator: new Generator(5));
        Assert.True(model.Walk(x, 0).equal(x).all().ToBoolean());
        Assert.True(model.Walk(x, 2).equal(model.Reconstruct(model.Reconstruct(x))).all().ToBoolean());
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Walk(x, -1));
    }
}
