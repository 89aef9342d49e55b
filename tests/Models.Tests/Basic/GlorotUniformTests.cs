using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class GlorotUniformTests
{
    [Theory]
    [InlineData(300, 200, 1)]
    [InlineData(50, 450, 4)]
    public void Weights_fill_the_interval_of_equation_16_evenly(int inputs, int outputs, double gain)
    {
        using var scope = NewDisposeScope();
        var w = GlorotUniform.Weights(outputs, inputs, new Generator(1), gain).to(float64);
        var radius = gain * Math.Sqrt(6.0 / 500);
        Assert.Equal([outputs, inputs], w.shape);
        Assert.InRange(w.abs().max().ToDouble(), 0.999 * radius, radius);
        Assert.Equal(0, w.mean().ToDouble() / radius, 5 / Math.Sqrt(3.0 * inputs * outputs));               // five standard errors
        Assert.Equal(1.0 / 3, w.square().mean().ToDouble() / (radius * radius), 5 * Math.Sqrt(4.0 / 45 / (inputs * outputs)));
    }

    [Fact]
    public void A_layer_begins_with_such_weights_and_no_bias_the_same_for_the_same_seed()
    {
        using var scope = NewDisposeScope();
        var (one, same, other) = (GlorotUniform.Linear(7, 5, new Generator(3)), GlorotUniform.Linear(7, 5, new Generator(3)), GlorotUniform.Linear(7, 5, new Generator(4)));
        Assert.True(one.weight.Equals(GlorotUniform.Weights(5, 7, new Generator(3))));
        Assert.True(one.weight.Equals(same.weight));
        Assert.False(one.weight.Equals(other.weight));
        Assert.Equal(0, one.bias!.abs().max().ToDouble());
    }
}
