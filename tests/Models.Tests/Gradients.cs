using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

/// <summary>The oracle for every gradient: central differences, one number at a time, in double precision.</summary>
internal static class Gradients
{
    private const double Step = 1e-6;

    /// <summary>The largest difference between the gradient of a loss and its finite differences.</summary>
    public static double Disagreement(Func<Tensor> loss, Tensor parameter)
    {
        using var scope = NewDisposeScope();
        var byAutograd = autograd.grad([loss()], [parameter])[0].reshape(-1);
        using var _ = no_grad();
        var numbers = parameter.view(-1);
        var worst = 0.0;
        for (var i = 0L; i < numbers.shape[0]; i++)
        {
            var up = Shifted(i, Step);
            var down = Shifted(i, -Step);
            worst = Math.Max(worst, Math.Abs((up - down) / (2 * Step) - byAutograd[i].ToDouble()));
        }
        return worst;

        double Shifted(long i, double by)
        {
            numbers[i].add_(by);
            var value = loss().ToDouble();
            numbers[i].sub_(by);
            return value;
        }
    }
}
