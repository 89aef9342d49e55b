using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Three blocks of local filters, L2 pooling and contrast normalisation, learned one after the other from pictures without labels.</summary>
/// <remarks>
/// <c>using var result = new FeatureRun { Seed = 2 }.AtScale().Train(faces);</c> Each block minimises its own loss on what the blocks
/// below it give; Le et al. (ICML 2012) train the three at once, on the sum of their losses, as we recall it. Notebook 08.
/// </remarks>
public sealed record FeatureRun : PictureRun, IRun<FeatureRun>
{
    /// <summary>As written: 20 epochs in batches of 100, which is the paper's batch.</summary>
    public FeatureRun() => (Epochs, BatchSize, LearningRate, Progress) = (20, 100, 2e-3, null);

    /// <summary>The blocks from below. Default: three that take 19 by 19 pixels to 8 maps of 7 by 7, 8 of 3 by 3, and 8 units.</summary>
    public IReadOnlyList<BlockShape> Shapes { get; init; } = [new(6, 8), new(2, 8), new(3, 8, Pool: 1, Normalization: 1)];

    /// <summary>Rows and columns of the window in which the contrast of a picture is normalised before the first block; 0 leaves it out. Default: 7.</summary>
    /// <remarks>On raw grey a random unit answers to brightness, and what reconstructs best is brightness too: learning gains nothing.</remarks>
    public int InputNormalization { get; init; } = 7;

    /// <summary>λ, the weight of the pooled responses. Default: 1, for pixels of unit contrast; the paper has 0.1 for its own.</summary>
    public double Sparsity { get; init; } = 1;

    /// <summary>The same without local contrast normalisation, neither at the entrance nor in a block: the ablation.</summary>
    public FeatureRun WithoutNormalization() => this with { InputNormalization = 0, Shapes = [.. Shapes.Select(shape => shape with { Normalization = 0 })] };

    /// <summary>Two epochs on 2,000 pictures.</summary>
    public FeatureRun Smoke() => this with { Epochs = Math.Min(Epochs, 2), Examples = Math.Min(Examples, 2000) };

    /// <summary>The same: more than 20 epochs were not tried.</summary>
    public FeatureRun Longer() => this;

    /// <summary>The hierarchy with random filters: the control.</summary>
    /// <exception cref="ArgumentException">The pictures are not square, or do not fit the blocks.</exception>
    public FeatureHierarchy Build(ImageSet pictures)
    {
        if (pictures.Height != pictures.Width)
            throw new ArgumentException($"{nameof(pictures)}: expected square images, got {pictures.Height} × {pictures.Width}.", nameof(pictures));
        var model = new FeatureHierarchy(pictures.Height, Shapes, FirstWeights, InputNormalization);
        model.to(Compute.Device);
        return model;
    }

    /// <summary>Learns from the training pictures; the labels are not looked at.</summary>
    /// <exception cref="ArgumentException">The pictures are not square, or do not fit the blocks.</exception>
    public FeatureResult Train(ImageSet pictures)
    {
        var model = Build(pictures);
        var histories = new List<TrainingHistory>();
        var below = Rowwise.Map(TrainingPart(pictures).Images, rows => model.AfterBlocks(rows, 0));
        foreach (var (i, block) in model.Blocks.Index())
        {
            using var trainer = (this with { CheckpointPath = CheckpointOf($"block{i + 1}") }).Loop(block, InBatches(below), x => block.Loss(x, Sparsity));
            trainer.Finish(Epochs);
            histories.Add(trainer.History);
            using var read = below;
            below = Rowwise.Map(read, block.call);
        }
        below.Dispose();
        return new(this, model, pictures, histories);
    }
}

/// <summary>A hierarchy that has learned, and how each block's loss fell.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The hierarchy.</param>
/// <param name="Pictures">What it was trained on.</param>
/// <param name="Histories">The losses of each block, from below.</param>
public sealed record FeatureResult(FeatureRun Run, FeatureHierarchy Model, ImageSet Pictures, IReadOnlyList<TrainingHistory> Histories) : IDisposable
{
    /// <summary>The responses of all units of the last block to pictures: (N, D) → (N, K), without a graph.</summary>
    public Tensor Responses(Tensor images) => Rowwise.Map(images, Model.call);

    /// <summary>Disposes the model; the pictures are the caller's.</summary>
    public void Dispose() => Model.Dispose();
}
