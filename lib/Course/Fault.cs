using System.Globalization;

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

    // Not-a-number is near nothing, and worse than everything.
    private static bool Near(double actual, double expected, double tolerance) => Math.Abs(actual - expected) <= tolerance || actual == expected;

    private static int Worst(double[] actual, double[] expected) => actual.Length == 0
        ? -1
        : Enumerable.Range(0, actual.Length).MaxBy(i => double.IsNaN(actual[i]) ? double.PositiveInfinity : Math.Abs(actual[i] - expected[i]));

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
