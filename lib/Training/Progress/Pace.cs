using System.Diagnostics;

namespace Workbook.Training;

/// <summary>How fast one run goes, and when it is time to say so: at most five times a second.</summary>
internal sealed class Pace(double epochs, long target, long start)
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
        return new(epoch, epochs, stepsDone, target, examples / lastReport.TotalSeconds, left, terms, history, state);
    }
}
