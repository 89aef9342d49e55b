using System.Diagnostics;
using Workbook.Course;
using Workbook.Data;
using Workbook.Engine;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>What a course does between its trainings: one call, an epoch, a checkpoint, drawn data. everyday.py does the same, but for the data.</summary>
internal static class Everyday
{
    private const int Calls = 100_000;

    /// <summary>Prints how many of a row's things are done in a second, once before the clock starts.</summary>
    public static void Speed(string row)
    {
        var (count, work) = Of(row);
        work();
        var clock = Stopwatch.StartNew();
        work();
        Console.WriteLine((count / clock.Elapsed.TotalSeconds).ToString("G5"));
    }

    private static (int Count, Action Work) Of(string row)
    {
        switch (row)
        {
            case "call":
                return (Calls, Add);
            case "epoch":
                var epoch = Training("autoencoder");
                return (epoch.StepsPerEpoch * 128, () => epoch.RunTo(epoch.EpochsDone + 1));
            case "checkpoint":
                var (kept, there) = (Trained(), Path.GetTempFileName());
                return (10, () => Repeat(10, () => kept.Save(there)));
            case "resume":
                var from = Path.GetTempFileName();
                Trained().Save(from);
                var batches = BatchesOf("vae-128");
                return (10, () => Repeat(10, () => Resume(from, batches)));
            case "handwriting":
                return (70_000, () => Handwriting.Load().Dispose());
            case "sprites":
                return (20_000, () => new Sprites().Sample(20_000).Dispose());
            default:
                throw new ArgumentException($"{nameof(row)}: there is no {row}.", nameof(row));
        }
    }

    private static void Add()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(2), ones(2));
        for (var i = 0; i < Calls; i++) a.add(b).Dispose();
    }

    private static void Resume(string path, Batches<Tensor> batches)
    {
        var (model, _, loss) = Steps.Of("vae-128", new Generator(1), Compute.Device);
        using var adam = new OnePassAdamW(model.parameters(), lr: 1e-3, weight_decay: 0);
        using (model) new Trainer<Tensor>(model, adam, batches, loss).Resume(path);
    }

    // Adam has its two moments only after a step.
    private static Trainer<Tensor> Trained()
    {
        var trainer = Training("vae-128");
        trainer.RunTo(1.0 / trainer.StepsPerEpoch);
        return trainer;
    }

    private static Batches<Tensor> BatchesOf(string row) => Batches.Shuffled(Steps.Data(row, new Generator(1), Compute.Device), 128, seed: 1, dropLast: true);

    private static Trainer<Tensor> Training(string row)
    {
        var (model, _, loss) = Steps.Of(row, new Generator(1), Compute.Device);
        var adam = new OnePassAdamW(model.parameters(), lr: 1e-3, weight_decay: 0);
        return new(model, adam, BatchesOf(row), loss) { Progress = null };
    }

    private static void Repeat(int times, Action work)
    {
        for (var i = 0; i < times; i++) work();
    }
}
