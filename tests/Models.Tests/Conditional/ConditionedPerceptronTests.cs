using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class ConditionedPerceptronTests
{
    private readonly Tensor x = randn(5, 4, dtype: float64, generator: new Generator(1));

    private static ConditionedPerceptron Network()
    {
        var network = new ConditionedPerceptron([4, 6, 3, 2], 7, Activation.Tanh, new Generator(2));
        network.to(float64);
        return network;
    }

    [Fact]
    public void It_is_a_perceptron_on_both_inputs_side_by_side()
    {
        using var scope = NewDisposeScope();
        var network = Network();
        var c = randn(5, 7, dtype: float64, generator: new Generator(3));
        var parameters = network.named_parameters().ToDictionary(pair => pair.name, pair => (Tensor)pair.parameter);
        var both = cat([parameters["first.weight"], parameters["condition.weight"]], 1);                      // [W V]
        var h = tanh(cat([x, c], 1).matmul(both.t()) + parameters["first.bias"] + parameters["condition.bias"]);
        h = tanh(h.matmul(parameters["rest.layers.0.weight"].t()) + parameters["rest.layers.0.bias"]);
        var output = h.matmul(parameters["rest.layers.1.weight"].t()) + parameters["rest.layers.1.bias"];
        Assert.True(output.allclose(network.call(x, c), atol: 1e-12));
    }

    [Fact]
    public void Every_example_meets_every_condition_as_it_would_one_after_the_other()
    {
        using var scope = NewDisposeScope();
        var network = Network();
        var c = eye(7, dtype: float64);
        var all = network.call(x, c.unsqueeze(1));                                                            // (7, 5, 2)
        Assert.Equal([7, 5, 2], all.shape);
        for (var k = 0; k < 7; k++) Assert.True(all[k].allclose(network.call(x, c[k].expand(5, 7)), atol: 1e-12));
    }

    [Fact]
    public void A_gain_makes_the_weights_of_the_condition_that_much_wider_and_no_others()
    {
        using var scope = NewDisposeScope();
        Dictionary<string, Tensor> Weights(double gain) => new ConditionedPerceptron([4, 6, 2], 7, Activation.Tanh, new Generator(2), gain)
            .named_parameters().ToDictionary(pair => pair.name, pair => (Tensor)pair.parameter);
        var (plain, wide) = (Weights(1), Weights(5));
        foreach (var name in plain.Keys) Assert.True(wide[name].allclose(name == "condition.weight" ? 5 * plain[name] : plain[name]));
        Assert.Throws<ArgumentException>(() => Weights(0));
    }

    [Fact]
    public void Sizes_that_leave_no_hidden_layer_are_refused()
    {
        Assert.StartsWith("sizes: expected at least three sizes of at least 1, got 4-2.",
            Assert.Throws<ArgumentException>(() => new ConditionedPerceptron([4, 2], 3, Activation.Tanh, new Generator(1))).Message);
        Assert.Throws<ArgumentException>(() => new ConditionedPerceptron([4, 5, 2], 0, Activation.Tanh, new Generator(1)));
    }
}
