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
    protected LabelledImages TrainingPart(ImageSet pictures) => pictures.Train.First(Math.Min(Examples, pictures.Train.Count));

    /// <summary>Pictures without labels, in the batches and the order of this run.</summary>
    protected Batches<Tensor> InBatches(Tensor images) => Batches.Shuffled(images, BatchSize, Seed);

    /// <summary>Pictures with labels, in the batches and the order of this run.</summary>
    protected Batches<LabelledImages> InBatches(LabelledImages images) => Batches.Shuffled(images, BatchSize, Seed);
}
