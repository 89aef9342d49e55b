namespace Workbook.Training;

/// <summary>Where a training stands, as plain values.</summary>
/// <param name="Epoch">The epoch under way, counted from 1.</param>
/// <param name="Epochs">Where this run is to end, in epochs from the very beginning; 0.1 is a tenth of the first.</param>
/// <param name="Step">Steps done since the very beginning.</param>
/// <param name="Steps">Where this run is to end, in steps from the very beginning.</param>
/// <param name="ExamplesPerSecond">The pace of this run so far.</param>
/// <param name="TimeLeft">What the rest of this run takes at that pace; null before the first step.</param>
/// <param name="Terms">Each loss term's mean over the epoch under way, or over the last one when it has just ended.</param>
/// <param name="History">What came before, for a live curve.</param>
/// <param name="State">Whether more reports follow.</param>
public sealed record TrainingProgress(
    int Epoch, double Epochs, long Step, long Steps, double ExamplesPerSecond, TimeSpan? TimeLeft,
    IReadOnlyDictionary<string, double> Terms, TrainingHistory History, RunState State)
{
    /// <summary>The sum of the terms; NaN before the first step.</summary>
    public double Loss => Terms.Count == 0 ? double.NaN : Terms.Values.Sum();
}
