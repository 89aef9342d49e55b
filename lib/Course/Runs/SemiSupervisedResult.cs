using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A trained network with two heads, and what each is worth on pictures that were held out.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Accuracy">The share of held-out pictures whose label it names rightly, in [0, 1].</param>
/// <param name="Reconstruction">⟨−log p(x | u)⟩ over the held-out pictures, in nats, not weighted.</param>
public sealed record SemiSupervisedResult(
    SemiSupervisedRun Run, SemiSupervisedAutoencoder Model, TrainingHistory History, double Accuracy, double Reconstruction) : IDisposable
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}, α = {Run.Alpha}: {100 * Accuracy:F1} % of the labels, {Reconstruction:F1} nats per held-out picture");

    /// <summary>Gives the model back.</summary>
    public void Dispose() => Model.Dispose();
}
