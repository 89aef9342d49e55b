using Workbook.Course;
using Workbook.Evaluation;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Ledger;

/// <summary>A linear classifier with a hundred labels reads features that were learned without labels better than pixels.</summary>
internal sealed class SelfTaughtClaim : Claim
{
    private const double Penalty = 0.05;

    public override string Name => "self-taught";

    public override string What =>
        "Test accuracy in per cent on MNIST of one softmax layer fitted to 100 labels (10 of each digit): on pixels, and on the 1000 features of a denoising layer that saw no label";

    public override string Published => "no single figure; Raina et al., \"Self-taught learning\" (2007), is the idea";

    public override string Target => "features at least 5 points above pixels";

    public override string Length => "10 epochs on 60,000 images without labels";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var digits = Mnist.Load(Compute.Device);
        using var labelled = digits.Train.OfEachClass(10, seed);
        using var layer = new ContractiveRun { CodeSize = 1000, Epochs = 10, Corruption = new MaskingNoise(0.5), Seed = seed, Progress = null }.Train(digits);
        var (pixels, features) = (Read(labelled, digits.Test, x => x), Read(labelled, digits.Test, layer.Model.Encode));
        return new Dictionary<string, double> { ["pixels"] = pixels, ["features"] = features, ["margin"] = features - pixels };
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["margin"] >= 5;

    private static double Read(LabelledImages labelled, LabelledImages test, Func<Tensor, Tensor> features)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        using var probe = LinearProbe.Fit(features(labelled.Images), labelled.Labels, penalty: Penalty);
        return 100 * Accuracy.Of(test.Images, test.Labels, x => probe.LogProbabilities(features(x)));
    }
}
