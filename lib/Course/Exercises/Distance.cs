using System.Globalization;

namespace Workbook.Course;

/// <summary>How far one number is from another, in words that do not name the other.</summary>
internal static class Distance
{
    /// <summary>Whether they are near enough; not-a-number is near nothing.</summary>
    public static bool IsWithin(double actual, double expected, double tolerance) => Math.Abs(actual - expected) <= tolerance || actual == expected;

    /// <summary>What is to be said of a number that is off: <c>is too large by about 12 %</c>. Two digits, so that it cannot be reckoned back.</summary>
    public static string Words(double actual, double expected)
    {
        if (double.IsNaN(actual)) return "is not a number";
        if (double.IsInfinity(actual)) return "is infinite";
        if (!double.IsFinite(expected)) return "is not right";
        if (actual * expected < 0) return "has the wrong sign";
        var (size, wanted) = (Math.Abs(actual), Math.Abs(expected));
        var direction = $"is too {(size > wanted ? "large" : "small")}{(expected < 0 || actual < 0 ? " in size" : "")}";
        if (size == 0 || wanted == 0) return direction;               // beside zero, a distance would give the zero away
        var factor = size > wanted ? size / wanted : wanted / size;
        return factor > 1e6 ? $"{direction} by a factor of more than a million"
            : factor >= 2 ? $"{direction} by a factor of about {Rounded(factor, 2)}"
            : $"{direction} by about {Rounded(100 * Math.Abs(size - wanted) / wanted, 2)} %";
    }

    /// <summary>A student's own number in three digits, as the subject of a sentence; "it" where those would be the other's digits too.</summary>
    public static string Subject(double actual, double expected) =>
        double.IsFinite(actual) && Short(actual) != Short(expected) ? Short(actual) : "it";

    /// <summary>A number in three digits, a whole one in all of them.</summary>
    public static string Short(double number) => number == Math.Round(number) ? Rounded(number, 15) : Rounded(number, 3);

    // No powers of ten where a row of zeros can be read.
    private static string Rounded(double number, int digits)
    {
        if (number is 0 || Math.Abs(number) is < 1e-6 or > 1e9 || double.IsNaN(number)) return number.ToString($"G{digits}", CultureInfo.InvariantCulture);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - digits + 1);
        return ((decimal)(Math.Round(number / unit) * unit)).ToString("0.############", CultureInfo.InvariantCulture);
    }
}
