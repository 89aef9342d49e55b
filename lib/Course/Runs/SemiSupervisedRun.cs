using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One encoder with two heads: few pictures with labels, many without.</summary>
/// <remarks>
/// <code>var result = new SemiSupervisedRun { LabelsPerClass = 5 }.AtScale().Train(digits);</code>
/// A step takes a batch of unlabelled pictures and all the labelled ones. α = 0 is supervised learning alone, in as many steps. Notebook 11.
/// </remarks>
public sealed record SemiSupervisedRun : PictureRun<SemiSupervisedRun, SemiSupervisedAutoencoder, SemiSupervisedResult>
{
    /// <summary>A run on 6,000 unlabelled pictures by default, enough to see what they are good for.</summary>
    public SemiSupervisedRun() => Examples = 6000;

    /// <summary>α, reconstruction's share of the loss, in [0, 1]. Default: 0.002, as an untrained network pays hundreds of nats for a picture and two for its label.</summary>
    public double Alpha { get; init; } = 0.002;

    /// <summary>Labelled pictures of each class of the data. Default: 10.</summary>
    public int LabelsPerClass { get; init; } = 10;

    /// <summary>What is asked of each class of the data: [0, 1, 0, 1, …] asks whether a digit is odd. Default: which class it is.</summary>
    public IReadOnlyList<int>? Question { get; init; }

    /// <summary>Units between the pictures and the code. Default: one layer of 256.</summary>
    public IReadOnlyList<int> HiddenSizes { get; init; } = [256];

    /// <summary>K. Default: 32.</summary>
    public int CodeSize { get; init; } = 32;

    /// <summary>2,000 unlabelled pictures: seconds on two cores.</summary>
    public override SemiSupervisedRun Smoke() => this with { Examples = Math.Min(Examples, 2000) };

    /// <summary>Ten times the unlabelled pictures.</summary>
    public override SemiSupervisedRun Longer() => this with { Examples = 10 * Examples };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The question has not one answer for each class.</exception>
    protected override SemiSupervisedAutoencoder Network(ImageSet pictures, Generator random) =>
        new([pictures.DataSize, .. HiddenSizes, CodeSize], Asked(pictures).Max() + 1, random);

    /// <inheritdoc/>
    protected override Func<Tensor, LossTerms> Objective(SemiSupervisedAutoencoder model, ImageSet pictures, Generator random)
    {
        var labelled = pictures.Train.OfEachClass(LabelsPerClass, Seed);
        var known = Answers(pictures, labelled.Labels);
        return x =>
        {
            var none = full([x.shape[0]], SemiSupervisedAutoencoder.Unlabelled, dtype: int64, device: x.device);
            return model.Loss(cat([x, labelled.Images]), cat([none, known]), Alpha);
        };
    }

    /// <inheritdoc/>
    protected override SemiSupervisedResult Learn(Trainer<Tensor> trainer, SemiSupervisedAutoencoder model, ImageSet pictures)
    {
        trainer.Finish(Epochs);
        using var truth = Answers(pictures, pictures.Test.Labels);
        var heldOut = HeldOutLoss(model, pictures, x => model.Likelihood.Loss(model.call(x).Reconstruction, x));
        return new(this, model, trainer.History, Accuracy.Of(pictures.Test.Images, truth, model.LabelLogits), heldOut.Values.Sum());
    }

    private IReadOnlyList<int> Asked(ImageSet pictures)
    {
        var question = Question ?? [.. Enumerable.Range(0, pictures.Classes.Length)];
        return question.Count == pictures.Classes.Length ? question
            : throw new ArgumentException($"{nameof(Question)}: expected an answer for each of {pictures.Classes.Length} classes, got {question.Count}.", nameof(pictures));
    }

    private Tensor Answers(ImageSet pictures, Tensor labels)
    {
        using var answers = tensor(Asked(pictures).Select(answer => (long)answer).ToArray(), device: labels.device);
        return answers.index_select(0, labels);
    }
}

/// <summary>A trained network with two heads, and what each is worth on pictures that were held out.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Accuracy">The share of held-out pictures whose label it names rightly, in [0, 1].</param>
/// <param name="Reconstruction">⟨−log p(x | u)⟩ over the held-out pictures, in nats, not weighted.</param>
public sealed record SemiSupervisedResult(
    SemiSupervisedRun Run, SemiSupervisedAutoencoder Model, TrainingHistory History, double Accuracy, double Reconstruction)
    : RunResult<SemiSupervisedRun, SemiSupervisedAutoencoder>(Run, Model, History)
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}, α = {Run.Alpha}: {100 * Accuracy:F1} % of the labels, {Reconstruction:F1} nats per held-out image");
}
