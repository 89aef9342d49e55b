using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class ActivationTests
{
    [Fact]
    public void Silu_is_its_input_times_the_sigmoid_of_it()
    {
        using var scope = NewDisposeScope();
        var h = linspace(-6, 6, 25, dtype: float64);
        Assert.Equal(0, (Activation.Silu.Apply(h) - h / (1 + (-h).exp())).abs().max().ToDouble(), 1e-15);
    }

    [Fact]
    public void Gains_of_ReLU_and_SiLU_keep_the_size_of_a_normal_signal()
    {
        using var scope = NewDisposeScope();
        const double Step = 1e-3;
        var h = arange(-12, 12, Step, dtype: float64);
        var density = (-0.5 * h.square()).exp() / Math.Sqrt(2 * Math.PI);
        foreach (var activation in (Activation[])[Activation.Relu, Activation.Silu])
        {
            var size = (activation.Apply(h).square() * density).sum().ToDouble() * Step;    // E[a(h)²], h ~ N(0, 1)
            Assert.Equal(1 / Math.Sqrt(size), activation.Gain, 1e-3);
        }
    }
}
