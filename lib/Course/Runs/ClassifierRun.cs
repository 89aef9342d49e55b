using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>A classifier trained on labelled pictures, from a cold start or from features learned without labels.</summary>
/// <remarks>
/// <code>var run = new ClassifierRun { Epochs = 20 };
/// var cold = run.Train(few, digits.Test, digits.Classes.Length);
/// var warm = run.Train(few, digits.Test, digits.Classes.Length, stack.Features());</code>
/// Notebook 07.
/// </remarks>
public sealed record ClassifierRun : PictureRun, IRun<ClassifierRun>
{
    /// <summary>Units of hidden layers; of a warm start, those of its features. Default: two of 250.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [250, 250];

    /// <summary>The activation of hidden layers. Default: the sigmoid, so that a cold start stands where a pre-trained stack does.</summary>
    public Activation Activation { get; init; } = Activation.Sigmoid;

    /// <summary>What is done to a picture each time it is learned from; the judged ones stay whole. Default: nothing.</summary>
    public Corruption? Corruption { get; init; }

    /// <summary>At most ten epochs.</summary>
    public ClassifierRun Smoke() => this with { Epochs = Math.Min(Epochs, 10) };

    /// <summary>Three times the epochs.</summary>
    public ClassifierRun Longer() => this with { Epochs = 3 * Epochs };

    /// <summary>Trains on labelled pictures and judges on others.</summary>
    /// <param name="labelled">Pictures with labels, all of them used up to <see cref="PictureRun.Examples"/>.</param>
    /// <param name="test">Pictures held out.</param>
    /// <param name="classes">C.</param>
    /// <param name="features">Where to start: (B, D) → (B, last of <see cref="HiddenSizes"/>). They are trained on, so give a copy; random ones if not said.</param>
    public ClassifierResult Train(LabelledImages labelled, LabelledImages test, int classes, Perceptron? features = null)
    {
        HeldOut(test);
        var part = labelled.First(Math.Min(Examples, labelled.Count));
        var (random, size) = (FirstWeights, (int)part.Images.shape[1]);
        features ??= new Perceptron([size, .. HiddenSizes], Activation, Activation, random);
        var model = new Classifier(features, size, HiddenSizes[^1], classes, random);
        model.to(Compute.Device);
        using var draws = new Generator((ulong)(Seed + 1000));
        Tensor Seen(Tensor images) => Corruption?.Apply(images, draws) ?? images;
        using var trainer = Loop(model, InBatches(part), batch => model.Loss(Seen(batch.Images), batch.Labels), draws);
        trainer.Finish(Epochs);
        return new(this, model, trainer.History, Accuracy.Of(test.Images, test.Labels, x => model.call(x)));
    }
}

/// <summary>A trained classifier.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step and epoch.</param>
/// <param name="TestAccuracy">The share of held-out pictures whose class was named rightly, in [0, 1].</param>
public sealed record ClassifierResult(ClassifierRun Run, Classifier Model, TrainingHistory History, double TestAccuracy)
    : RunResult<ClassifierRun, Classifier>(Run, Model, History)
{
    /// <summary>The share named wrongly, in per cent, as papers on MNIST give it.</summary>
    public double TestError => 100 * (1 - TestAccuracy);
}
