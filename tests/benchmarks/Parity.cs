using TorchSharp;
using Workbook.Course;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>Whether the GPU computes what the CPU does: the same weights, the same batch, the loss and its gradient on both.</summary>
/// <remarks>
/// The two do not draw the same noise. Rows without noise are compared number by number; the others by their mean over many draws,
/// in standard errors of the difference.
/// </remarks>
internal static class Parity
{
    private const int Draws = 400, MostErrors = 4;
    private const double Tolerance = 1e-4;
    private static readonly string[] noiseless = ["autoencoder", "contractive"];

    /// <summary>Prints a line a row.</summary>
    /// <returns>How many rows differ, or fail.</returns>
    public static int Print(Device device)
    {
        var wrong = 0;
        foreach (var (name, line) in Steps.Rows.Select(row => (row, (Func<Device, (string, bool)>)(on => OfRow(row, on)))).Append(("trees", OfTrees)))
        {
            using var scope = NewDisposeScope();
            var (said, equal) = Tried(() => line(device));
            if (!equal) wrong++;
            Console.WriteLine($"{name,-12} {(equal ? "equal  " : "DIFFERS")}  {said}");
        }
        return wrong;
    }

    private static (string, bool) Tried(Func<(string, bool)> compare)
    {
        try
        {
            return compare();
        }
        catch (Exception failure)                                                   // the other rows are still worth a line
        {
            return ($"fails: {failure}", false);
        }
    }

    private static (string, bool) OfRow(string row, Device device)
    {
        var (model, size, loss) = Steps.Of(row, new Generator(1), CPU);
        var (twin, _, twinLoss) = Steps.Of(row, new Generator(1), device);
        var x = Steps.Data(row, new Generator(2), CPU)[..Math.Min(size, 128)];
        var y = x.to(device);
        return noiseless.Contains(row) ? Exactly(model, twin, () => loss(x).Total, () => twinLoss(y).Total) : InTheMean(() => loss(x).Total, () => twinLoss(y).Total);
    }

    private static (string, bool) OfTrees(Device device)
    {
        var trees = TreeCorpus.Of(TreebankParts.Load(), least: 2).Train.Take(100).ToArray();
        var model = Network();
        var twin = Network();
        twin.to(device);
        return Exactly(model, twin, () => model.Loss(new TreeBatch(trees)), () => twin.Loss(new TreeBatch(trees, device)));

        RecursiveNetwork Network() => new((int)trees.Max(tree => tree.Words.Max()) + 1, 25, 5, new Generator(1));
    }

    private static (string, bool) Exactly(nn.Module model, nn.Module twin, Func<Tensor> loss, Func<Tensor> twinLoss)
    {
        var (value, twinValue) = (loss(), twinLoss());
        value.backward();
        twinValue.backward();
        var values = Difference(value, twinValue);
        var gradients = model.parameters().Zip(twin.parameters()).Max(pair => Difference(pair.First.grad!, pair.Second.grad!));
        return (FormattableString.Invariant($"loss to {values:0.0e+0}, gradient to {gradients:0.0e+0} of its largest number"), Math.Max(values, gradients) < Tolerance);
    }

    private static double Difference(Tensor a, Tensor b) => ((a - b.cpu()).abs().max() / a.abs().max()).ToDouble();

    private static (string, bool) InTheMean(Func<Tensor> loss, Func<Tensor> twinLoss)
    {
        using var _ = no_grad();
        var (a, b) = (Many(loss), Many(twinLoss));
        var error = ((a.var() + b.var()) / Draws).sqrt().ToDouble();
        var (here, there) = (a.mean().ToDouble(), b.mean().ToDouble());
        return (FormattableString.Invariant($"mean of {Draws} draws {here:F3} and {there:F3}, {Math.Abs(here - there) / error:F1} standard errors apart"), Math.Abs(here - there) < MostErrors * error);
    }

    private static Tensor Many(Func<Tensor> loss) => stack([.. Enumerable.Range(0, Draws).Select(_ =>
    {
        using var scope = NewDisposeScope();
        return loss().to(float64).cpu().MoveToOuterDisposeScope();
    })]);
}
