using System.Globalization;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What is wrong between an answer and what was expected, as a sentence; null when nothing is.</summary>
internal static class Fault
{
    public static string? Between(double actual, double expected, double tolerance) =>
        Near(actual, expected, tolerance) ? null : $"Expected {Number(expected)} ± {Number(tolerance)}, got {Number(actual)}.";

    public static string? Between(double[] actual, double[] expected, double tolerance)
    {
        if (actual.Length != expected.Length) return $"Expected {expected.Length} numbers, got {actual.Length}.";
        var worst = Worst(actual, expected);
        return worst < 0 || Near(actual[worst], expected[worst], tolerance)
            ? null
            : $"Expected {Number(expected[worst])} ± {Number(tolerance)} at [{worst}], got {Number(actual[worst])}.";
    }

    public static string? Between(long[] actual, long[] expected) =>
        actual.Length == expected.Length && actual.Zip(expected).All(pair => pair.Second == -1 || pair.First == pair.Second)
            ? null
            : $"Expected the shape {Shape(expected)}, got {Shape(actual)}.";

    public static string? Between(Tensor actual, Tensor expected, double tolerance)
    {
        if (Between(actual.shape, expected.shape) is { } fault) return fault;
        var (got, wanted) = (Numbers(actual), Numbers(expected));
        var worst = Worst(got, wanted);
        return worst < 0 || Near(got[worst], wanted[worst], tolerance)
            ? null
            : $"Expected {Number(wanted[worst])} ± {Number(tolerance)} at {Place(worst, expected.shape)}, got {Number(got[worst])}.";
    }

    private static double[] Numbers(Tensor tensor)
    {
        using var plain = tensor.detach().to(float64).cpu();
        return plain.data<double>().ToArray();
    }

    // Not-a-number is near nothing, and worse than everything.
    private static bool Near(double actual, double expected, double tolerance) => Math.Abs(actual - expected) <= tolerance || actual == expected;

    private static int Worst(double[] actual, double[] expected) => actual.Length == 0
        ? -1
        : Enumerable.Range(0, actual.Length).MaxBy(i => double.IsNaN(actual[i]) ? double.PositiveInfinity : Math.Abs(actual[i] - expected[i]));

    private static string Place(long flat, long[] shape)
    {
        var index = new long[shape.Length];
        for (var d = shape.Length - 1; d >= 0; d--) (flat, index[d]) = Math.DivRem(flat, shape[d]);
        return $"[{string.Join(", ", index)}]";
    }

    private static string Shape(long[] shape) => $"({string.Join(", ", shape)})";

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
