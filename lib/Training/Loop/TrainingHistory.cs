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

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Terms">Each loss term's mean over the training examples of the epoch, as the parameters were when they passed.</param>
/// <param name="Validation">Each loss term's mean over the validation examples, with the parameters at the epoch's end; null without validation data.</param>
public sealed record EpochResult(int Epoch, IReadOnlyDictionary<string, double> Terms, IReadOnlyDictionary<string, double>? Validation)
{
    /// <summary>The sum of the training terms.</summary>
    public double Loss => Terms.Values.Sum();

    /// <summary>The sum of the validation terms; null without validation data.</summary>
    public double? ValidationLoss => Validation?.Values.Sum();
}
