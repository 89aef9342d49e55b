using static TorchSharp.torch;

namespace Workbook.Course;

// With one hint, as notebooks have it that were written before there were two: it is the question, there is no step and no reason.
public static partial class Check
{
    /// <summary>|actual − expected| ≤ tolerance.</summary>
    public static void Close(string exercise, Func<double> actual, double expected, double tolerance, string hint) =>
        Close(exercise, actual, expected, tolerance, hint, step: "", because: "");

    /// <summary>|actualᵢ − expectedᵢ| ≤ tolerance for every i, and as many of one as of the other.</summary>
    public static void Close(string exercise, Func<double[]> actual, double[] expected, double tolerance, string hint) =>
        Close(exercise, actual, expected, tolerance, hint, step: "", because: "");

    /// <summary>The same shape, and |actual − expected| ≤ tolerance at every element.</summary>
    public static void Close(string exercise, Func<Tensor> actual, Tensor expected, double tolerance, string hint) =>
        Close(exercise, actual, expected, tolerance, hint, step: "", because: "");

    /// <summary>Equal to what was expected; for counts, names and choices.</summary>
    public static void Equal<T>(string exercise, Func<T> actual, T expected, string hint) => Equal(exercise, actual, expected, hint, step: "", because: "");

    /// <summary>The statement holds.</summary>
    public static void True(string exercise, Func<bool> statement, string hint) =>
        Judge.Show(exercise, new(hint), () => statement() ? null : "It does not hold.");

    /// <summary>A tensor of this shape; −1 stands for any size.</summary>
    public static void Shape(string exercise, Func<Tensor> actual, long[] expected, string hint) => Shape(exercise, actual, expected, hint, step: "", because: "");

    /// <summary>The action is refused with this kind of exception.</summary>
    public static void Throws<TException>(string exercise, Action action, string hint) where TException : Exception =>
        Throws<TException>(exercise, action, hint, step: "", because: "");
}
