using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A trained layer, and how firmly its code stands on pictures that were held out.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Reconstruction">⟨−log p(x | u)⟩ over the held-out pictures, clean ones, in nats.</param>
/// <param name="JacobianNorm">⟨‖J‖_F⟩ over the held-out pictures: units of code per unit of pixel.</param>
public sealed record ContractiveResult(
    ContractiveRun Run, TiedAutoencoder Model, TrainingHistory History, double Reconstruction, double JacobianNorm) : IDisposable
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}: {Reconstruction:F1} nats per held-out picture, mean Jacobian norm {JacobianNorm:F2}");

    /// <summary>Gives the model back; the pictures are the caller's.</summary>
    public void Dispose() => Model.Dispose();
}
