using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class MaskedAutoregressiveNetworkTests
{
    private static MaskedAutoregressiveNetwork Network(int size, params int[] hidden)
    {
        var network = new MaskedAutoregressiveNetwork(size, hidden, new Generator(1));
        using var _ = no_grad();
        foreach (var parameter in network.parameters()) parameter.copy_(randn(parameter.shape, generator: new Generator(2)));
        return network;
    }

    [Theory]
    [InlineData(12)]
    [InlineData(3)]                                                                 // fewer units than degrees
    [InlineData(20, 9)]
    [InlineData]                                                                    // the direct weights alone
    public void Its_density_adds_up_to_one_over_all_examples(params int[] hidden)
    {
        using var scope = NewDisposeScope();
        using var network = Network(8, hidden);
        Assert.Equal(1, (-network.NegativeLogLikelihood(Bits.All(8)).to(float64)).exp().sum().ToDouble(), 5);
    }

    [Fact]
    public void No_logit_changes_with_its_own_feature_or_a_later_one_and_all_do_with_earlier_ones()
    {
        using var scope = NewDisposeScope();
        using var network = Network(6, 40, 40);
        var x = rand(6, generator: new Generator(3)).requires_grad_();
        var logits = network.call(x.unsqueeze(0))[0];
        for (var i = 0; i < 6; i++)
        {
            var gradient = autograd.grad([logits[i]], [x], retain_graph: true, allow_unused: true)[0];
            for (var j = 0; j < 6; j++) Assert.Equal(j < i, Math.Abs(gradient[j].ToDouble()) > 1e-7);
        }
    }

    [Fact]
    public void Samples_come_as_often_as_it_says()
    {
        using var scope = NewDisposeScope();
        using var network = Network(3, 5);
        var drawn = network.Sample(100_000, new Generator(4)).to(int64);
        var share = drawn.matmul(tensor([1L, 2, 4])).bincount(null, minlength: 8).to(float64) / 100_000;
        var said = (-network.NegativeLogLikelihood(Bits.All(3)).to(float64)).exp();
        Assert.InRange((share - said).abs().max().ToDouble(), 0, 4 * Math.Sqrt(0.25 / 100_000));
    }

    [Fact]
    public void Its_first_feature_comes_as_often_as_it_starts_from()
    {
        using var scope = NewDisposeScope();
        using var network = new MaskedAutoregressiveNetwork(3, [4], new Generator(1)).StartingFrom(tensor(new[] { 0.2f, 0.5f, 0.9f }));
        Assert.Equal(0.2, sigmoid(network.call(Bits.All(3)).select(1, 0)).mean().ToDouble(), 5);            // nothing comes before it
        Assert.Contains("inside (0, 1)", Assert.Throws<ArgumentException>(() => network.StartingFrom(tensor(new[] { 0f, 0.5f, 0.5f }))).Message);
    }

    [Fact]
    public void A_network_of_one_feature_another_width_or_no_units_is_refused()
    {
        using var network = Network(4, 3);
        Assert.Contains("2 or more", Assert.Throws<ArgumentException>(() => new MaskedAutoregressiveNetwork(1, [3], new Generator(1))).Message);
        Assert.Throws<ArgumentException>(() => new MaskedAutoregressiveNetwork(4, [0], new Generator(1)));
        Assert.Contains("(N, 4)", Assert.Throws<ArgumentException>(() => network.NegativeLogLikelihood(zeros(2, 5))).Message);
        Assert.Contains("[0, 1]", Assert.Throws<ArgumentException>(() => network.NegativeLogLikelihood(full(2, 4, 2.0f))).Message);
    }
}
