using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A trained classifier.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="History">The loss of every step and epoch.</param>
/// <param name="TestAccuracy">The share of held-out pictures whose class was named rightly, in [0, 1].</param>
public sealed record ClassifierResult(ClassifierRun Run, Classifier Model, TrainingHistory History, double TestAccuracy) : IDisposable
{
    /// <summary>The share named wrongly, in per cent, as papers on MNIST give it.</summary>
    public double TestError => 100 * (1 - TestAccuracy);

    /// <summary>Gives the network back.</summary>
    public void Dispose() => Model.Dispose();
}
