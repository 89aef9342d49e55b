using TorchSharp;
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

    public static TheoryData<string, Func<Tensor, Tensor>> Compositions => new()
    {
        { "a layer and a squared error", x => (x.matmul(x.t()).tanh() - 0.3).pow(2).mean() },
        { "a cross-entropy", x => -x.log_softmax(1).gather(1, tensor(new long[,] { { 2 }, { 0 } })).sum() },
        { "a Gaussian's logarithm", x => (-0.5 * (x / 0.7).pow(2) - Math.Log(0.7)).sum() },
        { "a normalisation", x => ((x - x.mean([1], keepdim: true)) / (x.var(1, keepdim: true) + 1e-3).sqrt()).pow(3).sum() },
        { "pieces put together anew", x => stack([x[.., 0], x[0, 1..], x.flip(1)[1, ..2]]).norm() },
        { "singular values", x => linalg.svdvals(x).log().sum() },
    };

    [Theory]
    [MemberData(nameof(Compositions))]
    public void Gradients_agree_with_finite_differences(string what, Func<Tensor, Tensor> function)
    {
        Assert.NotEmpty(what);
        FiniteDifferences.Agree(function, tensor(new[,] { { 0.3, -1.2, 0.8 }, { 1.1, 0.4, -0.7 } }));
    }

    [Fact]
    public void A_gradients_gradient_agrees_with_finite_differences() => FiniteDifferences.Agree(
        x =>
        {
            using var recording = enable_grad();
            var leaf = x.requires_grad ? x : x.requires_grad_();
            return autograd.grad([leaf.tanh().pow(3).sum()], [leaf], retain_graph: true, create_graph: true)[0].pow(2).sum();
        },
        tensor(new[] { 0.3, -1.2, 0.8 }));

    [Fact]
    public void The_jacobian_of_a_linear_map_is_its_matrix()
    {
        var matrix = tensor(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } });
        Assert.True(matrix.Equals(autograd.functional.jacobian(x => matrix.mv(x), ones(3, float64))));
    }

    [Fact]
    public void An_input_that_was_not_used_has_no_gradient()
    {
        var (x, y) = (ones(1, requires_grad: true), ones(1, requires_grad: true));
        var gradients = autograd.grad([x * 2], [x, y], allow_unused: true);
        Assert.Equal(2, gradients[0].ToSingle());
        Assert.True(gradients[1].IsInvalid);
    }

    [Fact]
    public void Gradients_add_up_until_they_are_taken_away()
    {
        using var x = tensor(3.0, requires_grad: true);
        (x * x).backward();
        (x * x).backward();
        Assert.Equal(12.0, x.grad!.item<double>());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Only_what_was_asked_for_keeps_a_gradient_on_the_way()
    {
        using var x = tensor(3.0, requires_grad: true);
        var (kept, passed) = (x * 2, x * 3);
        kept.retain_grad();
        (kept * passed).backward();
        Assert.Equal(9.0, kept.grad!.item<double>());
        Assert.Null(passed.grad);
        Assert.True(x.is_leaf);
        Assert.False(kept.is_leaf);
    }

    [Fact]
    public void In_inference_mode_nothing_can_be_recorded_later()
    {
        Tensor made;
        using (inference_mode()) made = ones(2);
        using var x = ones(2, requires_grad: true);
        Assert.ThrowsAny<Exception>(() => (x * made).sum().backward());
    }
}
