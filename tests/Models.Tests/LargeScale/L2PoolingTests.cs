using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class L2PoolingTests
{
    [Fact]
    public void A_window_is_the_root_of_its_squares_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new double[,] { { 1, -2, 0, 0 }, { 2, 4, 0, 3 } }).reshape(1, 1, 2, 4);
        var h = new L2Pooling(2, epsilon: 1e-12).Apply(nn.functional.pad(a, [0, 0, 0, 2]));
        Assert.Equal(5, h[0, 0, 0, 0].ToDouble(), 1e-9);                            // √(1 + 4 + 4 + 16)
        Assert.Equal(3, h[0, 0, 0, 1].ToDouble(), 1e-9);
        Assert.Equal(1e-6, h[0, 0, 1, 0].ToDouble(), 1e-12);                        // √ε where nothing responds
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences_also_where_nothing_responds()
    {
        using var scope = NewDisposeScope();
        var pooling = new L2Pooling(2);
        var a = randn([2, 3, 4, 4], dtype: float64, generator: new Generator(1));
        a[0].zero_();
        a.requires_grad_(true);
        var weights = randn([2, 3, 2, 2], dtype: float64, generator: new Generator(2));
        Assert.InRange(Gradients.Disagreement(() => (pooling.Apply(a) * weights).sum(), a), 0, 1e-6);
    }

    [Fact]
    public void The_sign_of_a_response_and_its_place_in_the_window_do_not_matter()
    {
        using var scope = NewDisposeScope();
        var a = randn([3, 2, 6, 6], generator: new Generator(1));
        var moved = a.reshape(3, 2, 3, 2, 3, 2).flip(3, 5).reshape(3, 2, 6, 6);     // every window turned by half a turn
        var pooling = new L2Pooling(2);
        Assert.True(pooling.Apply(a).allclose(pooling.Apply(-a)));
        Assert.True(pooling.Apply(a).allclose(pooling.Apply(moved)));
        Assert.False(a.allclose(moved));
    }

    [Fact]
    public void An_odd_side_into_windows_of_two_is_refused()
    {
        var pooling = new L2Pooling(2);
        Assert.StartsWith("side: expected a multiple of 2, the pooling window, got 7.", Assert.Throws<ArgumentException>(() => pooling.Apply(zeros(1, 1, 7, 7))).Message);
        Assert.StartsWith("side: expected a multiple of 2, the pooling window, got 5.", Assert.Throws<ArgumentException>(() => pooling.Apply(zeros(1, 1, 4, 5))).Message);
        Assert.Equal(4, pooling.OutputSide(8));
        Assert.Throws<ArgumentException>(() => new L2Pooling(0));
        Assert.Throws<ArgumentException>(() => new L2Pooling(2, epsilon: 0));
    }
}
