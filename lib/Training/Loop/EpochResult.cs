namespace Workbook.Training;

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
