using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A trained linear autoencoder.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The autoencoder.</param>
/// <param name="History">The squared error of every step.</param>
public sealed record LinearAutoencoderResult(LinearAutoencoderRun Run, LinearAutoencoder Model, TrainingHistory History) : IDisposable
{
    /// <summary>The largest angle between its subspace and PCA's, in degrees: 0 when they are one and the same.</summary>
    public double AngleTo(Pca pca)
    {
        using var axes = pca.Components.t();
        return PrincipalAngles.Largest(Model.DecoderWeight, axes);
    }

    /// <summary>Gives the model back.</summary>
    public void Dispose() => Model.Dispose();
}
