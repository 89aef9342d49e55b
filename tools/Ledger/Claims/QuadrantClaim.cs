using TorchSharp;
using Workbook.Course;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Ledger;

/// <summary>Completing digits of which one, two or three quadrants are given, by a conditional variational autoencoder and by a network without z.</summary>
internal sealed class QuadrantClaim(int given, double target, string published) : Claim
{
    private const int Epochs = 20;

    public override string Name => $"cvae-{given}-quadrant{(given == 1 ? "" : "s")}";

    public override string What => $"Negative conditional log-likelihood in nats of the {196 * (4 - given)} missing pixels of an MNIST test image, {given} quadrant{(given == 1 ? "" : "s")} given, pixels drawn once: importance sampling with 100 draws, and plain Monte Carlo with as many from p(z | c)";

    public override string Published => published;

    public override string Target => FormattableString.Invariant($"below {target:0.0} by importance sampling");

    public override string Length => $"{Epochs} epochs on 60,000 images for each of two networks: 500-500, a code of 50, SiLU, p(z | c) learned, batches of 200, Adam at 0.001 falling as a cosine";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = NewDisposeScope();
        using var digits = Mnist.Load(Compute.Device);
        using var baseline = Experiment(seed, "baseline").TrainBaseline(digits);
        var run = Experiment(seed, "network");
        using var result = run.Train(digits);
        using var pairs = run.HeldOutPairs(digits);
        return new Dictionary<string, double>
        {
            ["importance sampling"] = result.NegativeLogLikelihood(pairs).mean().ToDouble(),
            ["plain Monte Carlo"] = result.NegativeLogLikelihood(pairs, fromPrior: true).mean().ToDouble(),
            ["−ELBO"] = result.NegativeElbo,
            ["network without z"] = baseline.NegativeLogLikelihood,
        };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["importance sampling"] < target;

    private ConditionalVaeRun Experiment(int seed, string part) => new()
    {
        Quadrants = given,
        LearnsPrior = true,
        HiddenSizes = [500, 500],
        LatentSize = 50,
        Activation = Activation.Silu,
        BatchSize = 200,
        Epochs = Epochs,
        Schedule = Schedule.Cosine(Epochs),
        Seed = seed,
        CheckpointPath = State(seed, part),
        Progress = new TrainingProgressBar(),
    };
}
