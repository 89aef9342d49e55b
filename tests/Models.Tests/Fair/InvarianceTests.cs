using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class InvarianceTests
{
    [Fact]
    public void The_discrepancy_of_two_pairs_is_the_one_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var z = tensor(new[,] { { 0.0 }, { 1 }, { 3 }, { 2 } });                    // groups {0, 3} and {1, 2}, ℓ = 1
        static double K(double distance) => Math.Exp(-distance * distance / 2);
        var byHand = K(3) + K(1) - 2 * (K(1) + K(2) + K(2) + K(1)) / 4;
        Assert.Equal(byHand, new GroupDiscrepancy(1, width: 1).Between(z, tensor(new long[] { 0, 1, 0, 1 })).ToDouble(), 12);
    }

    [Fact]
    public void It_is_that_of_the_two_clouds_apart()
    {
        using var scope = NewDisposeScope();
        var (z, s) = (randn(9, 3, dtype: ScalarType.Float64, generator: new Generator(1)), tensor(new long[] { 0, 1, 0, 0, 1, 1, 0, 1, 0 }));
        Tensor Of(long group) => z.index_select(0, s.eq(group).nonzero().squeeze(1));
        Assert.Equal(KernelFunction.Gaussian(Math.Sqrt(3)).Discrepancy(Of(0), Of(1)).ToDouble(), new GroupDiscrepancy(1).Between(z, s).ToDouble(), 12);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 0, 1)]
    public void In_a_batch_of_one_group_there_is_nothing_to_compare(long a, long b, long c)
    {
        using var scope = NewDisposeScope();
        var z = randn(3, 2, generator: new Generator(1)).requires_grad_();
        var value = new GroupDiscrepancy(1).Between(z, tensor(new[] { a, b, c }));
        value.backward();
        Assert.Equal(0, value.ToDouble());
        Assert.Equal(0, z.grad!.abs().max().ToDouble());
    }

    [Fact]
    public void Reversed_a_code_has_its_value_and_its_gradient_turned()
    {
        using var scope = NewDisposeScope();
        var z = tensor(new[] { 0.5, -2 }).requires_grad_();
        var turned = Adversary.Reversed(z, 3);
        turned.square().sum().backward();
        Assert.True(turned.allclose(z, 1e-12, 1e-12));
        Assert.True(z.grad!.allclose(tensor(new[] { -3.0, 12 }), 1e-12, 1e-12));    // −3 · 2z
    }

    [Fact]
    public void The_adversary_itself_learns_to_guess_while_the_code_learns_the_opposite()
    {
        using var scope = NewDisposeScope();
        var model = new FairVae(3, 4, 2, new BernoulliLikelihood(), new Generator(1));
        var (z, s) = (randn(6, 2, generator: new Generator(2)).requires_grad_(), tensor(new long[] { 0, 1, 0, 1, 1, 0 }));
        var (plain, term) = (nn.functional.cross_entropy(model.GroupLogits(z), s), new Adversary(2).Term(model, z, s).Value);
        Assert.Equal(plain.ToDouble(), term.ToDouble(), 6);
        var critic = model.named_parameters().Single(p => p.name == "critic.layers.0.weight").parameter;
        Assert.True(autograd.grad([plain], [critic], retain_graph: true)[0].allclose(autograd.grad([term], [critic], retain_graph: true)[0], 1e-5, 1e-7));
        Assert.True(autograd.grad([term], [z], retain_graph: true)[0].allclose(-2 * autograd.grad([plain], [z])[0], 1e-4, 1e-6));
    }

    [Fact]
    public void A_group_is_0_or_1_and_a_kernel_s_width_is_said()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("0 or 1, got 2", Assert.Throws<ArgumentException>(() => new GroupDiscrepancy(1).Between(randn(3, 2), tensor(new long[] { 0, 2, 2 }))).Message);
        Assert.Equal("MMD, λ = 100, ℓ = 1.5", new GroupDiscrepancy(100, width: 1.5).ToString());
        Assert.Equal("MMD, λ = 100, ℓ = √L", new GroupDiscrepancy(100).ToString());
    }
}
