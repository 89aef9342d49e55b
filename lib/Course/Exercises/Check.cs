using System.Globalization;
using Workbook.Display;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Checks the answer to an exercise and shows the verdict: passed, failed or not yet.</summary>
/// <remarks>
/// The answer comes as a delegate, so that an exercise nobody has touched says "not yet" and a wrong one says what was wrong;
/// neither stops the notebook.
/// </remarks>
public static class Check
{
    /// <summary>|actual − expected| ≤ tolerance.</summary>
    public static void Close(string exercise, Func<double> actual, double expected, double tolerance, string hint) =>
        Judge(exercise, hint, () => Fault.Between(actual(), expected, tolerance));

    /// <summary>|actualᵢ − expectedᵢ| ≤ tolerance for every i, and as many of one as of the other.</summary>
    public static void Close(string exercise, Func<double[]> actual, double[] expected, double tolerance, string hint) =>
        Judge(exercise, hint, () => Fault.Between(actual(), expected, tolerance));

    /// <summary>The same shape, and |actual − expected| ≤ tolerance at every element.</summary>
    public static void Close(string exercise, Func<Tensor> actual, Tensor expected, double tolerance, string hint) =>
        Judge(exercise, hint, () => Fault.Between(actual(), expected, tolerance));

    /// <summary>Equal to what was expected; for counts, names and choices.</summary>
    public static void Equal<T>(string exercise, Func<T> actual, T expected, string hint) => Judge(exercise, hint, () =>
    {
        var answer = actual();
        return Equals(answer, expected) ? null : $"Expected {Shown(expected)}, got {Shown(answer)}.";
    });

    /// <summary>The statement holds.</summary>
    public static void True(string exercise, Func<bool> statement, string hint) =>
        Judge(exercise, hint, () => statement() ? null : "It does not hold.");

    /// <summary>A tensor of this shape; −1 stands for any size.</summary>
    public static void Shape(string exercise, Func<Tensor> actual, long[] expected, string hint) =>
        Judge(exercise, hint, () => Fault.Between(actual().shape, expected));

    /// <summary>The action is refused with this kind of exception.</summary>
    public static void Throws<TException>(string exercise, Action action, string hint) where TException : Exception => Judge(exercise, hint, () =>
    {
        try { action(); }
        catch (TException) { return null; }
        return $"Expected {typeof(TException).Name}, and nothing was thrown.";
    });

    private static void Judge(string exercise, string hint, Func<string?> fault) => Verdict(exercise, hint, fault).Show();

    private static Verdict Verdict(string exercise, string hint, Func<string?> fault)
    {
        try
        {
            return fault() is { } finding
                ? new(exercise, Outcome.Failed, finding, hint)
                : new(exercise, Outcome.Passed, "", hint);
        }
        catch (Exception thrown) when (thrown.GetBaseException() is NotImplementedException)
        {
            return new(exercise, Outcome.NotYet, "Replace the line that throws, and run the cell again.", hint);
        }
        catch (Exception thrown) when (!Stop.Token.IsCancellationRequested)
        {
            var cause = thrown.GetBaseException();
            return new(exercise, Outcome.Failed, $"Your code threw {cause.GetType().Name}: {cause.Message}", hint);
        }
    }

    private static string Shown<T>(T value) => value switch
    {
        null => "nothing",
        string text => $"\"{text}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? typeof(T).Name,
    };
}
