using Workbook.Models;
using Workbook.Training;

namespace Workbook.Course;

/// <summary>A trained network of Kramer's, and how well it follows the points.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Network">The network.</param>
/// <param name="History">The squared error of every step.</param>
/// <param name="TrainError">⟨‖x − x̂‖²⟩ over the points it learned from.</param>
/// <param name="TestError">⟨‖x − x̂‖²⟩ over the points that were held out.</param>
public sealed record KramerResult(KramerRun Run, KramerNetwork Network, TrainingHistory History, double TrainError, double TestError) : IDisposable
{
    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Network.GetName()}: squared error {TrainError:G3} on its own points, {TestError:G3} on held-out ones");

    /// <summary>Gives the network back.</summary>
    public void Dispose() => Network.Dispose();
}
