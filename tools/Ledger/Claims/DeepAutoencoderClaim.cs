using TorchSharp;
using Workbook.Course;
using Workbook.Evaluation;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;

namespace Workbook.Ledger;

/// <summary>The deep autoencoder of the 2006 paper, without its pre-training.</summary>
internal sealed class DeepAutoencoderClaim : Claim
{
    private const int Epochs = 30;

    public override string Name => "deep-autoencoder";

    public override string What => "Squared error per MNIST test image (pixels in [0, 1], summed over 784) of a deep autoencoder with a code of 30 numbers";

    public override string Published => "3.00 for 784-1000-500-250-30, pre-trained; 13.87 for 30 principal components: Hinton and Salakhutdinov (2006), Fig. 2B";

    public override string Target => "3.00 or less";

    public override string Length => $"{Epochs} epochs on 60,000 images, from a cold start: SiLU, cross-entropy, AdamW";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = torch.NewDisposeScope();
        using var digits = Mnist.Load(Compute.Device);
        using var result = Experiment(seed).Train(digits);
        return new Dictionary<string, double>
        {
            ["squared error"] = SquaredError.Mean(digits.Test.Images, result.Model.Reconstruct),
            ["on training images"] = SquaredError.Mean(digits.Train.Images, result.Model.Reconstruct),
        };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["squared error"] <= 3.00;

    private AutoencoderRun Experiment(int seed) => new()
    {
        HiddenSizes = [1000, 500, 250],
        CodeSize = 30,
        Activation = Activation.Silu,
        Epochs = Epochs,
        Schedule = Schedule.Cosine(Epochs).WarmedUp(1),
        DecoupledWeightDecay = 0.05,
        SnapshotEpochs = [],
        Seed = seed,
        CheckpointPath = State(seed, "network"),
        Progress = new TrainingProgressBar(),
    };
}
