using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

/// <summary>Gradients the slow way: (f(x + h) − f(x − h)) / 2h, one number of x at a time.</summary>
public static class FiniteDifferences
{
    private const double Step = 1e-5;

    /// <summary>Asserts that autograd's gradient of a scalar function agrees with central differences.</summary>
    /// <param name="function">From a tensor of doubles to one number.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="tolerance">The differences err by about h² and by rounding over h: 1e-8 for numbers of size one.</param>
    public static void Agree(Func<Tensor, Tensor> function, Tensor at, double tolerance = 1e-7)
    {
        using var scope = NewDisposeScope();
        var x = at.detach().clone().requires_grad_();
        var gradient = autograd.grad([function(x)], [x])[0].flatten();
        for (var i = 0; i < at.numel(); i++)
            Assert.Equal(Slope(function, at, i), gradient[i].ToDouble(), tolerance * (1 + Math.Abs(gradient[i].ToDouble())));
    }

    private static double Slope(Func<Tensor, Tensor> function, Tensor at, int i)
    {
        using var frozen = no_grad();
        double At(double step)
        {
            var moved = at.detach().clone();
            moved.view(-1)[i].add_(step);
            return function(moved).ToDouble();
        }
        return (At(Step) - At(-Step)) / (2 * Step);
    }
}
