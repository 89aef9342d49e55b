using TorchSharp;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>A trained sparse autoencoder, and what its code is like on pictures that were held out.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step, and its terms of every epoch.</param>
/// <param name="Reconstruction">⟨−log p(x | u)⟩ over the held-out pictures, in nats.</param>
/// <param name="Penalty">What their codes pay, in nats per picture.</param>
/// <param name="Codes">Codes of the first held-out pictures, on the CPU: (N, K).</param>
public sealed record SparseResult(
    SparseRun Run, SparseAutoencoder Model, TrainingHistory History, double Reconstruction, double Penalty, Tensor Codes) : IDisposable
{
    /// <summary>The mean population sparsity of the held-out codes, in [0, 1]: how few units a picture needs.</summary>
    public double PopulationSparsity => Mean(Sparsity.Population(Codes));

    /// <summary>The mean lifetime sparsity of the units, in [0, 1]: how choosy a unit is.</summary>
    public double LifetimeSparsity => Mean(Sparsity.Lifetime(Codes));

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model.GetName()}: {Reconstruction:F1} nats per held-out picture, population sparsity {PopulationSparsity:F2}");

    /// <summary>Gives model and codes back.</summary>
    public void Dispose()
    {
        Model.Dispose();
        Codes.Dispose();
    }

    private static double Mean(Tensor values)
    {
        using (values)
        using (var mean = values.mean()) return mean.ToDouble();
    }
}
