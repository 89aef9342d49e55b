using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>One unit and a threshold as a classifier: "yes" where the response is above it.</summary>
/// <param name="Unit">Which column of the responses.</param>
/// <param name="Threshold">What a response must exceed; half-way between two responses that were seen.</param>
/// <param name="Accuracy">The share of the examples it was chosen on that it names rightly, in [0, 1].</param>
/// <remarks>
/// Choosing among many units on a set makes <see cref="Accuracy"/> too good there: take <see cref="AccuracyOn"/> of other examples.
/// Le et al., "Building high-level features using large scale unsupervised learning" (ICML 2012), §4.3, as we recall it, took the best of
/// 20 equally spaced thresholds of every unit; here all are tried. Notebook 08.
/// </remarks>
public sealed record Detector(long Unit, double Threshold, double Accuracy)
{
    /// <summary>The best unit at its best threshold.</summary>
    /// <param name="responses">(N, K).</param>
    /// <param name="labels">1 where "yes" is right and 0 elsewhere, int64: (N).</param>
    /// <exception cref="ArgumentException">There is no response, or labels do not fit.</exception>
    public static Detector Best(Tensor responses, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var (sorted, accuracy) = Cuts(responses, labels);
        var unit = accuracy.amax([0]).argmax().ToInt64();
        var cut = accuracy.select(1, unit).argmax().ToInt64();
        var values = sorted.select(1, unit).to(float64);
        var threshold = cut == 0 ? double.NegativeInfinity
            : cut == values.shape[0] ? double.PositiveInfinity
            : 0.5 * (values[cut - 1].ToDouble() + values[cut].ToDouble());
        return new(unit, threshold, accuracy[cut, unit].ToDouble());
    }

    /// <summary>The accuracy of every unit at its own best threshold: (N, K) → (K), float64.</summary>
    /// <param name="responses">(N, K).</param>
    /// <param name="labels">1 where "yes" is right and 0 elsewhere, int64: (N).</param>
    /// <exception cref="ArgumentException">There is no response, or labels do not fit.</exception>
    public static Tensor Accuracies(Tensor responses, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return Cuts(responses, labels).Accuracy.amax([0]).MoveToOuterDisposeScope();
    }

    /// <summary>The accuracy of always giving the more frequent answer: max(p, 1 − p).</summary>
    /// <exception cref="ArgumentException">A label is neither 0 nor 1, or there is none.</exception>
    public static double Guess(Tensor labels)
    {
        RequireAnswers(labels);
        using var mean = labels.to(float64).mean();
        return Math.Max(mean.ToDouble(), 1 - mean.ToDouble());
    }

    /// <summary>The share of other examples that this unit and threshold name rightly, in [0, 1].</summary>
    /// <param name="responses">Of the same units: (M, K).</param>
    /// <param name="labels">int64: (M).</param>
    /// <exception cref="ArgumentException">There is no response, no such unit, or labels do not fit.</exception>
    public double AccuracyOn(Tensor responses, Tensor labels)
    {
        labels.RequireLabels(responses.RequireMatrix(1).RequireFinite().shape[0]);
        if (Unit >= responses.shape[1]) throw new ArgumentException($"{nameof(responses)}: expected unit {Unit} among them, got {responses.shape[1]} units.", nameof(responses));
        using var scope = NewDisposeScope();
        return responses.select(1, Unit).to(float64).gt(Threshold).to(int64).eq(labels).to(float64).mean().ToDouble();
    }

    /// <summary>Each unit's responses in order, and the accuracy of a threshold below the first of them, between the first and the second, and so on: (N, K), (N + 1, K).</summary>
    private static (Tensor Sorted, Tensor Accuracy) Cuts(Tensor responses, Tensor labels)
    {
        labels.RequireLabels(responses.RequireMatrix(1).RequireFinite().shape[0]);
        RequireAnswers(labels);
        var (sorted, order) = responses.sort(0);
        var yes = labels.to(float64).index_select(0, order.reshape(-1)).reshape(sorted.shape);
        var none = zeros([1, sorted.shape[1]], dtype: float64, device: sorted.device);
        var yesBelow = cat([none, yes.cumsum(0)], 0);
        var noBelow = cat([none, (1 - yes).cumsum(0)], 0);
        var accuracy = (noBelow + yes.sum(0, keepdim: true) - yesBelow) / sorted.shape[0];
        var count = sorted.shape[0];
        if (count > 1) accuracy.narrow(0, 1, count - 1).masked_fill_(sorted.narrow(0, 0, count - 1).eq(sorted.narrow(0, 1, count - 1)), -1);  // equals cannot be parted
        return (sorted, accuracy);
    }

    private static void RequireAnswers(Tensor labels)
    {
        using var scope = NewDisposeScope();
        if (labels.numel() == 0 || labels.lt(0).logical_or(labels.gt(1)).any().ToBoolean())
            throw new ArgumentException($"{nameof(labels)}: expected one or more answers, each 0 or 1.", nameof(labels));
    }
}
