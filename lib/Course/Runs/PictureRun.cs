using TorchSharp.Modules;
using Workbook.Data;
using Workbook.Engine;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What every training on pictures fixes beside its model: how long, in what steps, from which seed, on how many pictures.</summary>
public abstract record PictureRun
{
    /// <summary>How often every picture is seen. Default: 3, as in the lectures' figures.</summary>
    public double Epochs { get; init; } = 3;

    /// <summary>Pictures in a step. Default: 128, past which two cores gain nothing.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Adam's step size. Default: 0.001, its authors' own.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How the step size changes over the epochs. Default: it stays.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>How much of each parameter a step takes away, times its size: λ of AdamW. Default: 0, which is Adam.</summary>
    /// <remarks>Loshchilov and Hutter, "Decoupled weight decay regularization" (2019), arXiv:1711.05101.</remarks>
    public double DecoupledWeightDecay { get; init; }

    /// <summary>Where the training keeps its state after every epoch, and goes on from if the file is there. Default: nowhere.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Fixes the first weights, the order of the pictures and every draw in between. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many training pictures are used. Default: all of them.</summary>
    public long Examples { get; init; } = long.MaxValue;

    /// <summary>Who is told how training goes. Default: a live loss curve; null for silence.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; } = new LiveCurve();

    /// <summary>The first weights' generator: a fresh one of this seed.</summary>
    protected Generator FirstWeights => new((ulong)Seed);

    /// <summary>The training pictures this run uses, as a view of them.</summary>
    protected LabelledImages TrainingPart(ImageSet pictures) => pictures.Train.First(Math.Min(Examples, pictures.Train.Count));

    /// <summary>Pictures without labels, in the batches and the order of this run.</summary>
    protected Batches<Tensor> InBatches(Tensor images) => Batches.Shuffled(images, BatchSize, Seed);

    /// <summary>Pictures with labels, in the batches and the order of this run.</summary>
    protected Batches<LabelledImages> InBatches(LabelledImages images) => Batches.Shuffled(images, BatchSize, Seed);

    /// <summary>The loop, not begun or where its checkpoint left it: Adam at this run's pace.</summary>
    /// <param name="model">What holds the parameters.</param>
    /// <param name="batches">What it learns from.</param>
    /// <param name="loss">The mean over a batch, as one scalar or as named terms.</param>
    /// <param name="random">The generators that the loss draws from, so that a checkpoint can keep them.</param>
    protected Trainer<TBatch> Loop<TBatch>(nn.Module model, Batches<TBatch> batches, Func<TBatch, LossTerms> loss, params IReadOnlyList<Generator> random)
        where TBatch : class, IDisposable =>
        Loop(model, new OnePassAdamW(model.parameters(), lr: LearningRate, weight_decay: DecoupledWeightDecay), batches, loss, random);

    /// <summary>The same with another optimiser.</summary>
    /// <inheritdoc cref="Loop{TBatch}(nn.Module, Batches{TBatch}, Func{TBatch, LossTerms}, IReadOnlyList{Generator})"/>
    protected Trainer<TBatch> Loop<TBatch>(
        nn.Module model, OptimizerHelper optimizer, Batches<TBatch> batches, Func<TBatch, LossTerms> loss, params IReadOnlyList<Generator> random)
        where TBatch : class, IDisposable
    {
        var trainer = new Trainer<TBatch>(model, optimizer, batches.Epoch, batches.PerEpoch, loss)
        {
            Progress = Progress,
            Schedule = Schedule,
            Random = random,
            CheckpointPath = CheckpointPath,
        };
        if (File.Exists(CheckpointPath)) trainer.Resume(CheckpointPath);
        return trainer;
    }
}
