using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>M2 on pictures of which few have labels; or, on the code of a variational autoencoder (M1) in place of their pixels, M1+M2.</summary>
/// <remarks>
/// <code>var m2 = new SemiSupervisedVaeRun { LabelsPerClass = 5 }.AtScale().Train(digits);
/// var m1 = new VaeRun { LatentSize = 50 }.Train(digits).Model;
/// var stacked = new SemiSupervisedVaeRun { LabelsPerClass = 5 }.Train(digits, features: m1);</code>
/// A step takes a batch of unlabelled pictures and labelled ones, at most <see cref="LabelledBatchSize"/>. Kingma et al. (2014), arXiv:1406.5298. Notebook 15.
/// </remarks>
public sealed record SemiSupervisedVaeRun : PictureRun, IRun<SemiSupervisedVaeRun>
{
    /// <summary>α/N, what a nat of −log q(y | x) of the labelled pictures counts. Default: 0.1, the paper's; 0 is the objective that a lecture prints.</summary>
    public double Alpha { get; init; } = 0.1;

    /// <summary>Labelled pictures of each class of the data. Default: 10.</summary>
    public int LabelsPerClass { get; init; } = 10;

    /// <summary>The most labelled pictures in a step; of more, so many are drawn anew each time. Default: 100.</summary>
    public int LabelledBatchSize { get; init; } = 100;

    /// <summary>Units between the pictures and z. Default: one layer of 500, the paper's.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [500];

    /// <summary>L, the numbers in z. Default: 50.</summary>
    public int LatentSize { get; init; } = 50;

    /// <summary>The activation of hidden layers. Default: ReLU.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>How loud the label is at first, beside x and z: see <see cref="ConditionedPerceptron"/>. Default: 1, as loud as any other number.</summary>
    public double LabelGain { get; init; } = 1;

    /// <summary>The share of x that q(y | x) is not shown in training. Default: 0, as in the paper.</summary>
    public double LabelDropout { get; init; }

    /// <summary>At most 1,000 unlabelled pictures and two epochs: seconds on two cores.</summary>
    public SemiSupervisedVaeRun Smoke() => this with { Examples = Math.Min(Examples, 1000), Epochs = Math.Min(Epochs, 2) };

    /// <summary>Ten times the unlabelled pictures.</summary>
    public SemiSupervisedVaeRun Longer() => this with { Examples = Examples > long.MaxValue / 10 ? Examples : 10 * Examples };

    /// <summary>Trains on the training pictures, of which some are seen with their labels, and judges the labels of the held-out ones.</summary>
    /// <param name="pictures">Pixels are drawn, on with the probability that their brightness says, anew at each step; held-out ones are read as they are.</param>
    /// <param name="features">M1, which is left as it is: x is then a draw of its code, and its mean where labels are judged. None if not said.</param>
    public SemiSupervisedVaeResult Train(ImageSet pictures, GaussianVae? features = null)
    {
        var (test, labelled, part) = (HeldOut(pictures.Test), pictures.Train.OfEachClass(LabelsPerClass, Seed), TrainingPart(pictures));
        Likelihood likelihood = features is null ? new BernoulliLikelihood() : new LearnedGaussianLikelihood();
        var model = new SemiSupervisedVae([features?.LatentSize ?? pictures.DataSize, .. HiddenSizes, LatentSize], pictures.Classes.Length, likelihood, FirstWeights, Activation, LabelGain, LabelDropout);
        model.to(Compute.Device);
        using var draws = new Generator((ulong)Seed);
        var share = labelled.Count / (double)(labelled.Count + part.Count);      // of the data, as the sums of the paper have it
        using var trainer = Loop(model, InBatches(part.Images), x =>
        {
            var (few, known) = Some(labelled, draws);
            return model.Loss(Seen(x, features, draws), Seen(few, features, draws), known, draws, share, Alpha);
        }, draws);
        trainer.Finish(Epochs);
        return new(this, model, features, trainer.History, Accuracy.Of(test.Images, test.Labels, x => model.call(features is null ? x : features.Encode(x))));
    }

    private (Tensor Images, Tensor Labels) Some(LabelledImages labelled, Generator draws)
    {
        if (labelled.Count <= LabelledBatchSize) return (labelled.Images, labelled.Labels);
        var rows = (Draws.Uniform([LabelledBatchSize], draws, device: labelled.Labels.device) * labelled.Count).to(int64);
        return (labelled.Images.index_select(0, rows), labelled.Labels.index_select(0, rows));
    }

    private static Tensor Seen(Tensor pictures, GaussianVae? features, Generator draws)
    {
        using var _ = no_grad();
        var ink = BinaryUnits.Sample(pictures, draws);
        return features is null ? ink : features.Posterior(ink).Sample(draws);
    }
}

/// <summary>A trained M2, alone or on M1, and what it knows of labels.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="Features">M1, where M2 stands on its code; the caller's.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Accuracy">The share of held-out pictures whose label q(y | x) names rightly, in [0, 1].</param>
public sealed record SemiSupervisedVaeResult(
    SemiSupervisedVaeRun Run, SemiSupervisedVae Model, GaussianVae? Features, TrainingHistory History, double Accuracy)
    : RunResult<SemiSupervisedVaeRun, SemiSupervisedVae>(Run, Model, History)
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(Features is null ? "M2" : "M1+M2")}, {Run.LabelsPerClass} labels of each class, α/N = {Run.Alpha}: {100 * Accuracy:F1} % of the held-out labels");
}
