using Workbook.Figures;

namespace Workbook.Course;

/// <summary>Every combination of the four hyperparameters, measured.</summary>
/// <param name="Sweep">What was tried.</param>
/// <param name="Points">What came of it, the last hyperparameter changing fastest.</param>
public sealed record SweepResult(HyperparameterSweep Sweep, IReadOnlyList<SweepPoint> Points)
{
    /// <summary>The combination whose held-out pictures come back best.</summary>
    public SweepPoint BestReconstruction => Points.MinBy(point => point.SquaredError)!;

    /// <summary>The combination whose code tells the digit best.</summary>
    public SweepPoint BestProbe => Points.MaxBy(point => point.DigitProbe)!;

    /// <summary>One line a network through its four hyperparameters and its two results; drag along an axis to select.</summary>
    public Figure ToFigure()
    {
        string[] losses = [.. Points.Select(point => point.Loss).Distinct()];
        return Figure.ParallelCoordinates<double>(
        [
            ("code size", Points.Select(point => (double)point.CodeSize)),
            ("layers", Points.Select(point => (double)point.Depth)),
            ("nodes", Points.Select(point => (double)point.Width)),
            ("loss", Points.Select(point => (double)losses.IndexOf(point.Loss))),
            ("squared error", Points.Select(point => point.SquaredError)),
            ("digit probe", Points.Select(point => point.DigitProbe)),
        ],
        Points.Select(point => point.DigitProbe), "digit probe", new Dictionary<string, IReadOnlyList<string>> { ["loss"] = losses });
    }
}
