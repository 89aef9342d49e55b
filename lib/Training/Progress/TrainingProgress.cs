using System.Diagnostics;

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

    /// <summary>Whether it ended before it was to, as the validation loss no longer fell.</summary>
    public bool EndedEarly => State == RunState.Finished && Step < Steps;
}

/// <summary>How a run stands.</summary>
public enum RunState
{
    /// <summary>More steps follow.</summary>
    Running,

    /// <summary>It has come where it was to end.</summary>
    Finished,

    /// <summary>It was stopped, by a person or by a loss that is not finite; it may go on later.</summary>
    Stopped,
}

/// <summary>How fast one run goes, and when it is time to say so: at most five times a second.</summary>
internal sealed class ProgressReporter(double epochs, long target, long start)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan lastReport;
    private long examples;

    /// <summary>Whether the last report is long enough ago.</summary>
    public bool ReportIsDue => clock.Elapsed - lastReport >= Between;

    /// <summary>One more step, over so many examples.</summary>
    public void Count(long more) => examples += more;

    /// <summary>A report of this moment.</summary>
    public TrainingProgress Now(int epochsDone, long stepsDone, IReadOnlyDictionary<string, double> terms, TrainingHistory history, RunState state)
    {
        lastReport = clock.Elapsed;
        var done = stepsDone - start;
        var left = done > 0 ? lastReport * ((target - stepsDone) / (double)done) : (TimeSpan?)null;
        var epoch = (int)Math.Min(epochsDone + 1, Math.Max(1, Math.Ceiling(epochs)));
        if (state == RunState.Finished && stepsDone < target) epoch = epochsDone;   // patience ran out: no further epoch is under way
        return new(epoch, epochs, stepsDone, target, examples / lastReport.TotalSeconds, left, terms, history, state);
    }
}
