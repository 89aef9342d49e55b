using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class AutogradTests
{
    [Fact]
    public void The_gradient_of_a_square_is_twice_the_number()
    {
        using var x = tensor(3.0, requires_grad: true);
        (x * x).backward();
        Assert.Equal(6.0, x.grad!.item<double>());
    }

    [Fact]
    public void The_second_derivative_of_a_cube_is_six_times_the_number()
    {
        using var x = tensor(2.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], retain_graph: true, create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];
        Assert.Equal(12.0, first.item<double>());
        Assert.Equal(12.0, second.item<double>());
    }

    [Fact]
    public void Nothing_is_recorded_under_no_grad()
    {
        using var x = tensor(3.0, requires_grad: true);
        using (no_grad()) Assert.False((x * x).requires_grad);
        Assert.True((x * x).requires_grad);
    }

    [Fact]
    public void Gradient_descent_finds_the_line_the_points_lie_on()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(1);
        var x = rand(100, 2, dtype: float64, generator: random);
        var y = x.matmul(tensor(new[] { 3.0, -2.0 })) + 0.5;
        var weight = zeros(2, dtype: float64, requires_grad: true);
        var bias = zeros([], dtype: float64, requires_grad: true);
        for (var step = 0; step < 2000; step++)
        {
            using var inner = NewDisposeScope();
            var loss = (x.matmul(weight) + bias - y).pow(2).mean();
            loss.backward();
            using var frozen = no_grad();
            foreach (var p in new[] { weight, bias })
            {
                p.sub_(0.5 * p.grad!);
                p.grad = null;
            }
        }
        Assert.Equal([3.0, -2.0], weight.data<double>().ToArray().Select(w => Math.Round(w, 6)));
        Assert.Equal(0.5, bias.item<double>(), 6);
    }
}
