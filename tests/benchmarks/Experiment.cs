using System.Diagnostics;
using Workbook.Data;
using Workbook.Engine;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>784-400-20 with a Bernoulli head, Adam at 0.001, batches of 128: what autoencoder.py does in PyTorch.</summary>
internal static class Experiment
{
    private const int BatchSize = 128, WarmUp = 100;

    /// <summary>Prints the examples per second of the whole training loop.</summary>
    public static void Speed(int steps)
    {
        using var trainer = Training(out var stepsPerEpoch);
        trainer.RunTo(WarmUp / stepsPerEpoch);
        var clock = Stopwatch.StartNew();
        trainer.RunTo((WarmUp + steps) / stepsPerEpoch);
        Console.WriteLine((steps * (long)BatchSize / clock.Elapsed.TotalSeconds).ToString("F0"));
    }

    /// <summary>Prints what is held after every tenth of the steps.</summary>
    public static void Memory(int steps)
    {
        using var trainer = Training(out var stepsPerEpoch);
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            trainer.RunTo(steps * tenth / 10 / stepsPerEpoch);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"step {trainer.StepsDone,7}   live tensors {Tensor.TotalCount,5}   resident {process.WorkingSet64 / 1048576.0,7:F1} MiB");
        }
    }

    private static Trainer<Tensor> Training(out double stepsPerEpoch)
    {
        var random = new Generator(1);
        var model = new Autoencoder([784, 400, 20], new BernoulliLikelihood(), random);
        var batches = Batches.Shuffled(Images.Read(random), BatchSize, seed: 1, dropLast: true);
        stepsPerEpoch = batches.PerEpoch;
        return new(model, new OnePassAdamW(model.parameters(), lr: 1e-3), batches, x => model.Loss(x)) { Progress = null };
    }
}
