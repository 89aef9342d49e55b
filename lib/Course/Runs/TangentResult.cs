using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A classifier trained with tangents, and what it is worth.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The classifier.</param>
/// <param name="History">The loss of every step, and its terms.</param>
/// <param name="Accuracy">The share of held-out pictures that it names rightly, in [0, 1].</param>
public sealed record TangentResult(TangentRun Run, Classifier Model, TrainingHistory History, double Accuracy) : IDisposable
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{10 * Run.LabelsPerClass} labels, β = {Run.Weight}: {100 * Accuracy:F1} % of the held-out pictures");

    /// <summary>Gives the model back.</summary>
    public void Dispose() => Model.Dispose();
}
