using Workbook.Data;
using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A trained autoencoder, and what was seen of it on the way.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network, with the parameters of the last moment.</param>
/// <param name="Pictures">What it was trained on.</param>
/// <param name="History">The loss of every step and epoch.</param>
/// <param name="Snapshots">What it made of held-out pictures at each moment, in order.</param>
public sealed record AutoencoderResult(
    AutoencoderRun Run, Autoencoder Model, ImageSet Pictures, TrainingHistory History, IReadOnlyList<Snapshot> Snapshots) : IDisposable
{
    /// <summary>⟨−log p(x | u)⟩ over the held-out pictures at the end, in nats per picture.</summary>
    public double TestLoss => Snapshots[^1].TestLoss;

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}, {Run.Epochs:0.##} epochs of {Pictures.Name}: {TestLoss:F1} nats per held-out picture");

    /// <summary>Gives model and snapshots back; the pictures are the caller's.</summary>
    public void Dispose()
    {
        Model.Dispose();
        foreach (var snapshot in Snapshots) snapshot.Dispose();
    }
}
