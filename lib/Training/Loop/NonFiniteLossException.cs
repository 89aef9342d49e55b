using System.Globalization;

namespace Workbook.Training;

/// <summary>The loss became infinite or not a number, and training stopped.</summary>
public sealed class NonFiniteLossException : Exception
{
    /// <summary>Says at which step, with which terms, and where to go on from.</summary>
    /// <param name="step">The step, counted from 1 over the whole training.</param>
    /// <param name="epoch">The epoch, counted from 1.</param>
    /// <param name="terms">The loss terms of that step.</param>
    /// <param name="checkpoint">The last good checkpoint's path, if there is one.</param>
    public NonFiniteLossException(long step, int epoch, IReadOnlyDictionary<string, double> terms, string? checkpoint)
        : base(Sentence(step, epoch, terms, checkpoint)) => (Step, Epoch, Terms, Checkpoint) = (step, epoch, terms, checkpoint);

    /// <summary>The step, counted from 1 over the whole training.</summary>
    public long Step { get; }

    /// <summary>The epoch, counted from 1.</summary>
    public int Epoch { get; }

    /// <summary>The loss terms of that step.</summary>
    public IReadOnlyDictionary<string, double> Terms { get; }

    /// <summary>The last good checkpoint's path, if there is one.</summary>
    public string? Checkpoint { get; }

    private static string Sentence(long step, int epoch, IReadOnlyDictionary<string, double> terms, string? checkpoint)
    {
        var values = string.Join(", ", terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Key} = {term.Value:G6}")));
        var rescue = checkpoint is null ? "There is no checkpoint to go back to" : $"The last good checkpoint is {checkpoint}";
        var advice = step == 1 ? "it was so before anything was learned, so look for gaps in the data" : "a smaller learning rate often helps";
        return $"Training stopped at step {step} (epoch {epoch}) because the loss is not finite: {values}. {rescue}; {advice}.";
    }
}
