namespace Workbook.Training;

/// <summary>All that a training has come to so far, as plain numbers to plot.</summary>
public sealed class TrainingHistory
{
    private readonly List<EpochResult> epochs = [];
    private readonly List<double> steps = [];

    /// <summary>One entry for every finished epoch.</summary>
    public IReadOnlyList<EpochResult> Epochs => epochs;

    /// <summary>The loss of every step, in order; steps that are still on the device come with the next reading.</summary>
    public IReadOnlyList<double> Steps => steps;

    internal void Add(EpochResult epoch) => epochs.Add(epoch);

    internal void Add(IEnumerable<double> losses) => steps.AddRange(losses);

    internal void Restore(IEnumerable<EpochResult> before, IEnumerable<double> losses)
    {
        epochs.AddRange(before);
        steps.AddRange(losses);
    }
}
