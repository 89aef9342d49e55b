using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What is wrong with an answer, as a sentence that does not say what it should have been; null when nothing is.</summary>
internal static class Fault
{
    public static string? Between(double actual, double expected, double tolerance) => Distance.IsWithin(actual, expected, tolerance)
        ? null
        : $"Your answer{(Distance.Subject(actual, expected) is var own and not "it" ? $", {own}," : "")} {Distance.Words(actual, expected)}.";

    public static string? Between(double[] actual, double[] expected, double tolerance) => actual.Length != expected.Length
        ? $"{Count(actual.Length, "number")} too {(actual.Length < expected.Length ? "few" : "many")}."
        : Off(actual, expected, tolerance, "number", i => $"number {i + 1}");

    public static string? Between(long[] actual, long[] expected)
    {
        if (actual.Length != expected.Length) return $"The shape {Shape(actual)} has too {(actual.Length < expected.Length ? "few" : "many")} dimensions.";
        var wrong = Enumerable.Range(0, actual.Length).Where(i => expected[i] != -1 && actual[i] != expected[i]).ToList();
        return wrong.Count == 0 ? null : $"In the shape {Shape(actual)}, dimension {string.Join(" and dimension ", wrong)} {(wrong.Count == 1 ? "has" : "have")} the wrong size.";
    }

    public static string? Between(Tensor? actual, Tensor expected, double tolerance) => actual is null
        ? "Your answer is null: there is no tensor."
        : Between(actual.shape, expected.shape) ?? Off(actual.Numbers(), expected.Numbers(), tolerance, "element", i => Place(i, expected.shape));

    /// <summary>The same, for an answer whose kind is known only as it runs.</summary>
    public static string? Between(object? actual, object? expected, double tolerance) => (actual, expected) switch
    {
        (Tensor found, Tensor wanted) => Between(found, wanted, tolerance),
        (double[] found, double[] wanted) => Between(found, wanted, tolerance),
        (IConvertible and not string, double or float or int or long) => Between(Convert.ToDouble(actual), Convert.ToDouble(expected), tolerance),
        _ => Parts.Between(actual, expected),
    };

    /// <summary>That an answer leaves what the exercise allows.</summary>
    public static string? Against(string rules, bool kept) => kept ? null : $"That is not what the exercise allows: {rules}.";

    /// <summary>How far a measure is on the wrong side of a limit.</summary>
    public static string? Unless(double measure, Func<double, double, bool> holds, double limit) => holds(measure, limit) ? null
        : measure == limit ? $"{Distance.Short(measure)} is the limit itself, and it is to be passed."
        : double.IsFinite(measure) ? $"{Distance.Short(measure)} {Distance.Words(measure, limit)}."
        : $"The measure {Distance.Words(measure, limit)}.";

    private static string? Off(double[] actual, double[] expected, double tolerance, string kind, Func<int, string> place)
    {
        var off = Enumerable.Range(0, actual.Length).Where(i => !Distance.IsWithin(actual[i], expected[i], tolerance)).ToList();
        if (off.Count == 0) return null;
        var worst = off.MaxBy(i => double.IsNaN(actual[i]) ? double.PositiveInfinity : Math.Abs(actual[i] - expected[i]));
        var found = $"{off.Count} of {Count(actual.Length, kind, off.Count)} off, {place(worst)}{(off.Count == 1 ? "" : " the most")}";
        return $"{found}: {Distance.Subject(actual[worst], expected[worst])} {Distance.Words(actual[worst], expected[worst])}.{Common(actual, expected, off)}";
    }

    // A forgotten factor or sign shows in all of them.
    private static string Common(double[] actual, double[] expected, List<int> off)
    {
        var ratios = off.Where(i => expected[i] != 0).Select(i => actual[i] / expected[i]).ToList();
        var all = Enumerable.Range(0, expected.Length).Count(i => expected[i] != 0);
        return ratios.Count > 1 && ratios.Count == all && ratios.All(ratio => Math.Abs(ratio - ratios[0]) <= 1e-3 * Math.Abs(ratios[0])) ? " All are off by the same factor." : "";
    }

    private static string Place(long flat, long[] shape)
    {
        var index = new long[shape.Length];
        for (var d = shape.Length - 1; d >= 0; d--) (flat, index[d]) = Math.DivRem(flat, shape[d]);
        return $"[{string.Join(", ", index)}]";
    }

    private static string Shape(long[] shape) => $"({string.Join(", ", shape)})";

    private static string Count(int count, string kind, int? subject = null) => $"{count} {kind}{(count == 1 ? "" : "s")} {((subject ?? count) == 1 ? "is" : "are")}";
}
