using Workbook.Course;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Ledger;

/// <summary>M2, and M2 on the code of M1, with few labels.</summary>
internal sealed class SemiSupervisedVaeClaim(int labels, bool stacked, double target, string published) : Claim
{
    private const int FeatureEpochs = 20;

    // Of 1,000 labels the longer training has not been measured.
    private bool IsLong => !stacked && labels == 100;

    private int Epochs => IsLong ? 60 : 10;

    public override string Name => $"{(stacked ? "m1-m2" : "m2")}-{labels}-labels";

    public override string What => $"Test accuracy in per cent on MNIST of {(stacked ? "M1+M2" : "M2")} with {labels:N0} labels, {labels / 10} of each digit, drawn anew for each seed; pixels drawn in training, grey in the test";

    public override string Published => published;

    public override string Target => FormattableString.Invariant($"{target:0} or more");

    public override string Length => stacked
        ? $"M1: {FeatureEpochs} epochs on 60,000 images, 784-500-500-14, SiLU, batches of 200, Adam at 0.001. M2 on its code: {Epochs} epochs, 14-300-5, SiLU, α/N = 1, the label four times as loud, batches of 100, Adam at 0.01; both rates fall as a cosine; chosen on 10,000 held-out training images"
        : IsLong ? $"{Epochs} epochs on 60,000 images, 784-500-20, SiLU, α/N = 10, half of the pixels hidden from q(y | x), the label five times as loud, batches of 200, Adam at 0.001 falling as a cosine; α and the share that is hidden chosen in trials of ten epochs on 10,000 held-out training images"
        : $"{Epochs} epochs on 60,000 images, 784-500-20, SiLU, α/N = 50, a fifth of the pixels hidden from q(y | x), the label five times as loud, batches of 200, Adam at 0.001 falling as a cosine; α is the best of 1 (there with all pixels shown), 50 and 300 for 100 labels on 10,000 held-out training images";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = NewDisposeScope();
        using var digits = Mnist.Load(Compute.Device);
        using var features = stacked ? Features(seed).Train(digits) : null;
        using var result = Experiment(seed).Train(digits, features?.Model);
        return new Dictionary<string, double> { ["accuracy, %"] = 100 * result.Accuracy };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["accuracy, %"] >= target;

    private VaeRun Features(int seed) => new()
    {
        HiddenSizes = [500, 500],
        LatentSize = 14,
        Activation = Activation.Silu,
        BatchSize = 200,
        Epochs = FeatureEpochs,
        Schedule = Schedule.Cosine(FeatureEpochs),
        Seed = seed,
        CheckpointPath = State(seed, "features"),
        Progress = new TrainingProgressBar(),
    };

    private SemiSupervisedVaeRun Experiment(int seed) => new()
    {
        LabelsPerClass = labels / 10,
        HiddenSizes = stacked ? [300] : [500],
        LatentSize = stacked ? 5 : 20,
        Alpha = stacked ? 1 : IsLong ? 10 : 50,
        LabelGain = stacked ? 4 : 5,
        LabelDropout = stacked ? 0 : IsLong ? 0.5 : 0.2,
        Activation = Activation.Silu,
        LearningRate = stacked ? 1e-2 : 1e-3,
        BatchSize = stacked ? 100 : 200,
        Epochs = Epochs,
        Schedule = Schedule.Cosine(Epochs),
        Seed = seed,
        CheckpointPath = State(seed, "network"),
        Progress = new TrainingProgressBar(),
    };
}
