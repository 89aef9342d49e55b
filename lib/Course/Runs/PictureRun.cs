using Workbook.Data;
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
    /// <exception cref="ArgumentException">None is held out: said before the training, not after it.</exception>
    protected LabelledImages TrainingPart(ImageSet pictures) => pictures.Test.Count > 0
        ? pictures.Train.First(Math.Min(Examples, pictures.Train.Count))
        : throw new ArgumentException($"{nameof(pictures)}: expected one held-out picture or more, got none.", nameof(pictures));

    /// <summary>Pictures without labels, in the batches and the order of this run.</summary>
    protected Batches<Tensor> InBatches(Tensor images) => Batches.Shuffled(images, BatchSize, Seed);

    /// <summary>Pictures with labels, in the batches and the order of this run.</summary>
    protected Batches<LabelledImages> InBatches(LabelledImages images) => Batches.Shuffled(images, BatchSize, Seed);
}
