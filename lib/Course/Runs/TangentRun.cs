using TorchSharp;
using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A classifier on the features of a contractive layer, with few labels, told to stand still along that layer's tangents.</summary>
/// <remarks>
/// <code>var result = new TangentRun { Weight = 1 }.AtScale().Train(contractive.Model, digits);</code>
/// An epoch is one step on all labelled pictures. Weight 0 is the same classifier without tangents. Notebook 06.
/// </remarks>
public sealed record TangentRun : TrainingRun, IRun<TangentRun>
{
    /// <summary>A run with 300 epochs for a default, each a single step.</summary>
    public TangentRun() => Epochs = 300;

    /// <summary>Labelled pictures of each class. Default: 10.</summary>
    public int LabelsPerClass { get; init; } = 10;

    /// <summary>T, the leading tangents that are used. Default: 10.</summary>
    public int Tangents { get; init; } = 10;

    /// <summary>β. Default: 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>60 steps.</summary>
    public TangentRun Smoke() => this with { Epochs = Math.Min(Epochs, 60) };

    /// <summary>The same: 100 pictures are soon learned.</summary>
    public TangentRun Longer() => this;

    /// <summary>Trains on the labelled pictures and tests on the held-out ones.</summary>
    /// <param name="features">What was learned without labels; it is copied, and left as it is.</param>
    /// <param name="pictures">The data.</param>
    public TangentResult Train(TiedAutoencoder features, ImageSet pictures)
    {
        RequireNothingAside("each of its few images has tangents of its own");
        var test = HeldOut(pictures.Test);
        using var labelled = pictures.Train.OfEachClass(LabelsPerClass, Seed);
        using var tangents = Models.Tangents.Of(features.Encode, labelled.Images, Tangents);
        var (units, pixels) = ((int)features.Weight.shape[0], (int)features.Weight.shape[1]);
        var classifier = new Classifier(features.CopyEncoder(), pixels, units, pictures.Classes.Length, FirstWeights);
        classifier.to(Compute.Device);
        var objective = new TangentPropagation(Weight);
        using var trainer = Loop(classifier, Batches.InOrder(labelled, (int)labelled.Count), all => objective.Loss(classifier, all.Images, all.Labels, tangents.Directions));
        trainer.Finish(Epochs);
        return new(this, classifier, trainer.History, Accuracy.Of(test.Images, test.Labels, classifier.call));
    }
}

/// <summary>A classifier trained with tangents, and what it is worth.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The classifier.</param>
/// <param name="History">The loss of every step, and its terms.</param>
/// <param name="Accuracy">The share of held-out pictures that it names rightly, in [0, 1].</param>
public sealed record TangentResult(TangentRun Run, Classifier Model, TrainingHistory History, double Accuracy)
    : RunResult<TangentRun, Classifier>(Run, Model, History)
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.Classes * Run.LabelsPerClass} labels, β = {Run.Weight}: {100 * Accuracy:F1} % of the held-out images");
}
