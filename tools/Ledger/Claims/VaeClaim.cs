using TorchSharp;
using Workbook.Course;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Ledger;

/// <summary>The one-layer networks of the paper on importance weighting, by the ELBO or by the bound of k draws.</summary>
internal sealed class VaeClaim(int samples, double target, string published) : Claim
{
    private const int Epochs = 190;                              // the paper trains for 3,280, at rates that fall from 0.001 to 0.0001 in eight steps

    public override string Name => samples == 0 ? "vae-likelihood" : $"iwae-{samples}-likelihood";

    public override string What => $"Negative log-likelihood in nats per MNIST test image, pixels drawn once (dynamic binarisation in training), of 784-200-200-50, trained by {(samples == 0 ? "the ELBO" : $"the bound of {samples} draws")}; importance sampling with 5,000 draws";

    public override string Published => published;

    public override string Target => FormattableString.Invariant($"{target:0.0} or less");

    public override string Length => $"{Epochs} epochs on 60,000 images: SiLU, batches of 200, Adam at 0.002 falling as a cosine";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = NewDisposeScope();
        using var digits = Mnist.Load(Compute.Device);
        var run = Experiment(seed);
        using var result = run.Train(digits);
        using var test = run.HeldOutPictures(digits);
        return new Dictionary<string, double>
        {
            ["−log p(x)"] = result.NegativeLogLikelihood(test).mean().ToDouble(),
            ["−ELBO"] = result.NegativeElbo,
            ["divergence"] = result.Divergence,
        };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["−log p(x)"] <= target;

    private VaeRun Experiment(int seed) => new()
    {
        HiddenSizes = [200, 200],
        LatentSize = 50,
        Activation = Activation.Silu,
        LearningRate = 2e-3,
        ImportanceSamples = samples,
        BatchSize = 200,
        Epochs = Epochs,
        Schedule = Schedule.Cosine(Epochs).WarmedUp(1),
        Seed = seed,
        CheckpointPath = State(seed, "network"),
        Progress = new TrainingProgressBar(),
    };
}
