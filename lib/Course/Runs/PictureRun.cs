using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What every training on batches of pictures fixes besides: how many pictures, and how many at a time.</summary>
public abstract record PictureRun : TrainingRun
{
    /// <summary>Pictures in a step. Default: 128, past which two cores gain nothing.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>How many training pictures are used. Default: all of them.</summary>
    public long Examples { get; init; } = long.MaxValue;

    /// <summary>The training pictures this run uses, as a view of them.</summary>
    protected LabelledImages TrainingPart(ImageSet pictures) => pictures.Train.First(Math.Min(Examples, pictures.Train.Count));

    /// <summary>Pictures without labels, in the batches and the order of this run.</summary>
    protected Batches<Tensor> InBatches(Tensor images) => Batches.Shuffled(images, BatchSize, Seed);

    /// <summary>Pictures with labels, in the batches and the order of this run.</summary>
    protected Batches<LabelledImages> InBatches(LabelledImages images) => Batches.Shuffled(images, BatchSize, Seed);
}

/// <summary>An experiment with one network on pictures: what it is built of, what it minimises and what is measured are the experiment's own.</summary>
/// <typeparam name="TRun">The experiment's record.</typeparam>
/// <typeparam name="TModel">The network.</typeparam>
/// <typeparam name="TResult">What a training gives.</typeparam>
public abstract record PictureRun<TRun, TModel, TResult> : PictureRun, IRun<TRun>
    where TRun : PictureRun<TRun, TModel, TResult> where TModel : nn.Module
{
    /// <summary>4,000 pictures: seconds on two cores.</summary>
    public virtual TRun Smoke() => (TRun)(this with { Examples = Math.Min(Examples, 4000) });

    /// <summary>Ten times the epochs.</summary>
    public virtual TRun Longer() => (TRun)(this with { Epochs = 10 * Epochs });

    /// <summary>The network before its first step, on the notebook's device: the same for the same seed.</summary>
    /// <param name="pictures">What it is for: the pixels and classes of these.</param>
    public TModel Build(ImageSet pictures)
    {
        var model = Network(pictures, FirstWeights);
        model.to(Compute.Device);
        return model;
    }

    /// <summary>Trains on the training pictures and measures on the held-out ones.</summary>
    public TResult Train(ImageSet pictures)
    {
        HeldOut(pictures.Test);
        return Train(pictures, Build(pictures));
    }

    /// <summary>The same from a network to go on with, as an unrolled stack: fine-tuning.</summary>
    /// <param name="pictures">What it learns from, and what it is measured on.</param>
    /// <param name="start">It becomes the result's.</param>
    public TResult Train(ImageSet pictures, TModel start)
    {
        HeldOut(pictures.Test);
        using var draws = new Generator((ulong)Seed);
        using var trainer = Loop(start, InBatches(TrainingPart(pictures).Images), Objective(start, pictures, draws), draws);
        return Learn(trainer, start, pictures);
    }

    /// <summary>The network for such pictures, its first weights drawn from the generator.</summary>
    protected abstract TModel Network(ImageSet pictures, Generator random);

    /// <summary>What is minimised: the mean over a batch (B, D), in nats; whatever it draws comes from the generator.</summary>
    protected abstract Func<Tensor, LossTerms> Objective(TModel model, ImageSet pictures, Generator random);

    /// <summary>Runs the training to its end, and measures what came of it on held-out pictures.</summary>
    protected abstract TResult Learn(Trainer<Tensor> trainer, TModel model, ImageSet pictures);

    /// <summary>Each term's mean over the held-out pictures, in nats per picture.</summary>
    protected static IReadOnlyDictionary<string, double> HeldOutLoss(TModel model, ImageSet pictures, Func<Tensor, LossTerms> loss) =>
        MeanLoss.Over(model, Batches.InOrder(pictures.Test.Images, 2048), loss);
}

/// <summary>A trained network with the run that trained it; what else was measured, each experiment adds.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
public abstract record RunResult<TRun, TModel>(TRun Run, TModel Model, TrainingHistory History) : IDisposable where TModel : IDisposable
{
    /// <summary>Disposes the network; pictures are the caller's.</summary>
    public virtual void Dispose() => Model.Dispose();
}
