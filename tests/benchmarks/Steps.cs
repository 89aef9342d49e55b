using System.Diagnostics;
using TorchSharp;
using Workbook.Course;
using Workbook.Data;
using Workbook.Engine;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>Training steps of the course's models, in its own loop on shuffled batches: what steps.py does in PyTorch.</summary>
internal static class Steps
{
    private const int WarmUp = 100, Vocabulary = 500, Length = 12, Mask = 3, Ordinary = 5;

    /// <summary>The rows.</summary>
    public static readonly string[] Rows = ["autoencoder", "vae-32", "vae-128", "vae-1024", "convolution", "iwae", "contractive", "m2", "masked"];

    /// <summary>Prints the examples per second of one row, on the GPU where there is one.</summary>
    public static void Speed(string row, int steps)
    {
        var (trainer, size) = Training(row);
        trainer.RunTo(WarmUp / (double)trainer.StepsPerEpoch);
        Wait();
        var clock = Stopwatch.StartNew();
        trainer.RunTo((WarmUp + steps) / (double)trainer.StepsPerEpoch);
        Wait();
        Console.WriteLine((steps * (long)size / clock.Elapsed.TotalSeconds).ToString("F0"));
    }

    /// <summary>Waits for all that the GPU was asked to do.</summary>
    public static void Wait()
    {
        if (Compute.HasGpu) cuda.synchronize();
    }

    /// <summary>The training data of a row: images, or sentences as tokens.</summary>
    public static Tensor Data(string row, Generator random, Device device) =>
        (row == "masked" ? randint(Ordinary, Vocabulary, [20_000, Length], dtype: int64, generator: random) : Images.Read(random)).to(device);

    /// <summary>Prints what is held after every tenth of the steps.</summary>
    public static void Memory(string row, int steps)
    {
        var (trainer, _) = Training(row);
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            trainer.RunTo(steps * tenth / 10 / (double)trainer.StepsPerEpoch);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"step {trainer.StepsDone,7}   live tensors {Tensor.TotalCount,5}   resident {process.WorkingSet64 / 1048576.0,7:F1} MiB");
        }
    }

    private static (Trainer<Tensor> Trainer, int BatchSize) Training(string row)
    {
        var random = new Generator(1);
        var (model, size, loss) = Of(row, random, Compute.Device);
        var data = Data(row, random, Compute.Device);
        var adam = new OnePassAdamW(model.parameters(), lr: 1e-3, weight_decay: 0);
        return (new(model, adam, Batches.Shuffled(data, size, seed: 1, dropLast: true), loss) { Progress = null }, size);
    }

    /// <summary>The model of a row, on a device, its batch size and its loss.</summary>
    public static (nn.Module Model, int BatchSize, Func<Tensor, LossTerms> Loss) Of(string row, Generator random, Device device)
    {
        var (model, size, loss) = Unplaced(row, random, device);
        model.to(device);
        return (model, size, loss);
    }

    private static (nn.Module, int, Func<Tensor, LossTerms>) Unplaced(string row, Generator random, Device device)
    {
        var pixels = new BernoulliLikelihood();
        switch (row)
        {
            case "autoencoder":
                var autoencoder = new Autoencoder([784, 400, 20], pixels, random);
                return (autoencoder, 128, x => autoencoder.Loss(x));
            case "vae-32" or "vae-128" or "vae-1024":
                return Vae(new([784, 400, 20], pixels, random), int.Parse(row[4..]));
            case "convolution":
                return Vae(new(new ConvolutionalEncoder(28, 16, 20, random), new ConvolutionalDecoder(28, 16, 20, random), 784, 20, pixels), 128);
            case "iwae":
                var (deep, objective) = (new GaussianVae([784, 200, 200, 50], pixels, random, Activation.Tanh), new ImportanceWeightedObjective(50, random));
                return (deep, 20, x => objective.Loss(deep, x));
            case "contractive":
                var (tied, contraction) = (new TiedAutoencoder(784, 256, random), new ContractiveObjective(0.1));
                return (tied, 128, x => contraction.Loss(tied, x));
            case "m2":
                var m2 = new SemiSupervisedVae([784, 500, 50], 10, pixels, random);
                var (labelled, labels) = (Images.Read(random)[..100].to(device), arange(100, device: device).remainder(10));
                return (m2, 100, x => m2.Loss(x, labelled, labels, random, share: 0.01, alpha: 1));
            case "masked":
                var (language, masking) = (new MaskedLanguageModel(Vocabulary, Length, 64, 2, 4, padding: 0, random), new Masking(Vocabulary, Ordinary, Mask));
                return (language, 64, x => language.Loss(masking.Apply(x, random)));
            default:
                throw new ArgumentException($"{nameof(row)}: there is no {row}.", nameof(row));
        }

        (nn.Module, int, Func<Tensor, LossTerms>) Vae(GaussianVae model, int size) => (model, size, x => model.Loss(x, random));
    }
}
