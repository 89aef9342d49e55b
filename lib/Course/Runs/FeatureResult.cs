using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>A hierarchy that has learned, and how each block's loss fell.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The hierarchy.</param>
/// <param name="Pictures">What it was trained on.</param>
/// <param name="Histories">The losses of each block, from below.</param>
public sealed record FeatureResult(FeatureRun Run, FeatureHierarchy Model, ImageSet Pictures, IReadOnlyList<TrainingHistory> Histories) : IDisposable
{
    /// <summary>The responses of all units of the last block to pictures: (N, D) → (N, K), without a graph.</summary>
    public Tensor Responses(Tensor images) => Course.Responses.Of(images, Model.call);

    /// <summary>Gives the model back; the pictures are the caller's.</summary>
    public void Dispose() => Model.Dispose();
}
