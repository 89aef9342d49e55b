using System.Diagnostics;
using TorchSharp;
using Workbook.Course;
using Workbook.Evaluation;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>log p(x) of images under 784-200-200-50 with a Bernoulli head by 5,000 draws each: what likelihood.py does in PyTorch.</summary>
internal static class Likelihood
{
    private const int Draws = 5000;

    /// <summary>Prints the images per second.</summary>
    public static void Speed(int images)
    {
        using var _ = no_grad();
        var random = new Generator(1);
        var x = rand(images + 1, 784, generator: random).lt(0.13).to(ScalarType.Float32).to(Compute.Device);
        var model = new GaussianVae([784, 200, 200, 50], new BernoulliLikelihood(), random, Activation.Tanh);
        model.to(Compute.Device);
        MarginalLikelihood.LogEvidence(model, x[..1], Draws, random);
        Steps.Wait();
        var clock = Stopwatch.StartNew();
        MarginalLikelihood.LogEvidence(model, x[1..], Draws, random);
        Steps.Wait();
        Console.WriteLine((images / clock.Elapsed.TotalSeconds).ToString("F2"));
    }
}
