using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using Workbook.Data;
using Workbook.Engine;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What every training fixes beside its model and its data: how long, in what steps, from which seed.</summary>
public abstract record TrainingRun
{
    /// <summary>How often every example is seen. Default: 3, as in the lectures' figures.</summary>
    [MayChange]
    public double Epochs { get; init; } = 3;

    /// <summary>Adam's step size. Default: 0.001, its authors' own.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How the step size changes over the epochs. Default: it stays.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>How much of each parameter a step takes away, times its size: λ of AdamW. Default: 0, which is Adam.</summary>
    /// <remarks>Loshchilov and Hutter, "Decoupled weight decay regularization" (2019), arXiv:1711.05101.</remarks>
    public double DecoupledWeightDecay { get; init; }

    /// <summary>Where the training keeps its state after every epoch, and goes on from if the file is there. Default: nowhere.</summary>
    [MayChange]
    public string? CheckpointPath { get; init; }

    /// <summary>The share of the training examples that is held aside, in [0, 1): after every epoch the loss is taken on it, see <see cref="EpochResult.ValidationLoss"/>. Default: 0.</summary>
    /// <remarks>Which examples, the seed says. The held-out pictures of a set are for the end alone: who stops by them has seen them.</remarks>
    public double ValidationShare { get; init; }

    /// <summary>Early stopping: the training ends when the loss on what is held aside has not fallen for so many epochs, and gives back the parameters of the best. Default: it does not.</summary>
    [MayChange]
    public int? Patience { get; init; }

    /// <summary>Fixes the first weights, the order of the examples and every draw in between. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Progress sink; null disables reporting. Default: a live loss curve.</summary>
    [MayChange]
    public IProgress<TrainingProgress>? Progress { get; init; } = new LiveCurve();

    /// <summary>Stops the training between two steps; with a <see cref="CheckpointPath"/> it goes on from there another time. Default: nothing.</summary>
    [MayChange]
    public CancellationToken Cancellation { get; init; }

    /// <summary>How much a term of the loss counts at each moment, by its name: none changes unless an experiment says so.</summary>
    protected virtual IReadOnlyDictionary<string, Schedule> TermSchedules => new Dictionary<string, Schedule>();

    /// <summary>The first weights' generator: a fresh one of this seed.</summary>
    protected Generator FirstWeights => new((ulong)Seed);

    /// <summary>The held-out pictures; asked for first, so that a training that could not be judged is not begun.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    protected static LabelledImages HeldOut(LabelledImages test, [CallerArgumentExpression(nameof(test))] string name = "") =>
        test.Count > 0 ? test : throw new ArgumentException($"{name}: expected one held-out image or more, got none.", name);

    /// <summary>The checkpoint of one part of this run, a layer, a block or a combination; null where the run keeps none.</summary>
    internal string? CheckpointOf(string part) => CheckpointPath is null ? null : $"{CheckpointPath}.{part}";

    /// <summary>The loop, not begun or where its checkpoint left it: Adam at this run's pace.</summary>
    /// <param name="model">What holds the parameters.</param>
    /// <param name="batches">What it learns from.</param>
    /// <param name="loss">The mean over a batch, as one scalar or as named terms.</param>
    /// <param name="random">The generators that the loss draws from, so that a checkpoint can keep them.</param>
    protected Trainer<TBatch> Loop<TBatch>(nn.Module model, IBatches<TBatch> batches, Func<TBatch, LossTerms> loss, params IReadOnlyList<Generator> random) =>
        Loop(model, Adam(model), batches, loss, random);

    /// <summary>The same with another optimiser.</summary>
    /// <inheritdoc cref="Loop{TBatch}(nn.Module, IBatches{TBatch}, Func{TBatch, LossTerms}, IReadOnlyList{Generator})"/>
    protected Trainer<TBatch> Loop<TBatch>(
        nn.Module model, OptimizerHelper optimizer, IBatches<TBatch> batches, Func<TBatch, LossTerms> loss, params IReadOnlyList<Generator> random)
    {
        var (learned, validation) = HoldAside(batches);
        var trainer = new Trainer<TBatch>(model, optimizer, learned, loss)
        {
            Validation = validation,
            Patience = Patience,
            Progress = Progress,
            Schedule = Schedule,
            TermSchedules = TermSchedules,
            Random = random,
            CheckpointPath = CheckpointPath,
            Cancellation = Cancellation,
            Settings = RunSettings.Of(this),
        };
        if (File.Exists(CheckpointPath)) trainer.Resume(CheckpointPath);
        return trainer;
    }

    private (IBatches<TBatch> Learned, IBatches<TBatch>? Validation) HoldAside<TBatch>(IBatches<TBatch> batches)
    {
        if (Patience is not null && ValidationShare == 0)
            throw new ArgumentException($"{nameof(Patience)}: it waits for a loss on examples that are held aside: set {nameof(ValidationShare)} too, to 0.1 say.", nameof(Patience));
        if (ValidationShare == 0) return (batches, null);
        return batches.HoldOut(ValidationShare, Seed) ?? throw NothingAside("its examples cannot be divided");
    }

    /// <summary>What a run says that has no loss which could be taken on examples held aside.</summary>
    private protected void RequireNothingAside(string reason)
    {
        if (ValidationShare != 0 || Patience is not null) throw NothingAside(reason);
    }

    private ArgumentException NothingAside(string reason) =>
        new($"{nameof(ValidationShare)}: expected 0 and no {nameof(Patience)} for a {GetType().Name}, as {reason}, got {ValidationShare}.", nameof(ValidationShare));

    private OnePassAdamW Adam(nn.Module model) => new(model.parameters(), lr: LearningRate, weight_decay: DecoupledWeightDecay);
}
