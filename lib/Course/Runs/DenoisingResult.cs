using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A trained denoising autoencoder.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step.</param>
/// <param name="TestLoss">⟨−log p(x | g(f(x̃)))⟩ over the held-out examples, with one draw of x̃ for each, in nats.</param>
public sealed record DenoisingResult(DenoisingRun Run, DenoisingAutoencoder Model, TrainingHistory History, double TestLoss) : IDisposable
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Model.GetName()}, {Run.Corruption}: {TestLoss:F1} nats per held-out example");

    /// <summary>Gives the network back.</summary>
    public void Dispose() => Model.Dispose();
}
