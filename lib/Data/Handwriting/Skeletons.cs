using System.Collections.Immutable;
using System.Globalization;

namespace Workbook.Data;

/// <summary>How each digit is written in each style: the path of the pen, before any hand has shaken.</summary>
/// <remarks>
/// A skeleton is written as points "x,y" on a page 100 units wide and high, y downwards. The pen passes through them in a smooth
/// line; "!" after a point makes it a corner, "|" lifts the pen.
/// </remarks>
internal static class Skeletons
{
    private static readonly string[] Plain =
    [
        "56,1 32,10 20,46 30,88 52,100 72,86 80,48 70,10 50,0",
        "54,0 51,50 48,100",
        "22,24 34,5 60,2 75,20 64,50 38,78 18,98! 50,94 82,97",
        "24,13 46,0 70,11 68,34 44,46! 72,56 77,82 50,100 20,87",
        "34,2 28,30 20,56! 50,57 84,54 | 66,22 62,60 58,100",
        "76,2 56,3 36,2! 28,42! 54,36 77,58 70,90 42,100 18,88",
        "66,1 40,22 23,62 32,93 54,100 74,82 66,59 44,57 26,74",
        "20,5 48,5 78,3! 58,46 44,100",
        "70,15 48,0 28,17 40,41 64,58 74,82 50,100 26,83 38,56 62,38 72,14",
        "72,22 52,2 28,22 36,48 60,44 73,18 72,58 60,100",
    ];

    private static readonly string[] Angular =
    [
        "52,0 22,26 20,72 48,100 78,74 80,26 50,2",
        "26,30 54,0! 52,100",
        "20,16! 48,1 76,20! 20,98! 84,94",
        "22,4! 76,2! 44,40! 76,66! 58,98 20,92",
        "86,64 16,66! 62,0! 60,100",
        "80,0! 30,2! 26,46! 60,42 78,68! 56,98! 18,92",
        "58,0 22,60! 34,98! 70,92! 70,62! 26,66",
        "20,18! 22,3! 80,2! 40,100",
        "28,8! 72,4! 26,92! 76,97! 28,6",
        "74,8! 34,8! 24,40! 66,42! 74,6! 66,100",
    ];

    private static readonly string[] Looped =
    [
        "62,14 38,4 22,36 26,84 50,100 74,84 80,44 64,8 44,2 38,16 54,24 76,12",
        "28,26 46,12 56,0 53,44 50,86 56,98 68,90",
        "22,24 38,3 64,4 75,24 62,54 38,84 22,95 18,83 34,79 56,95 86,88",
        "22,14 46,0 70,12 64,38 46,50 36,46 46,39 68,50 78,76 54,100 26,92 24,78 36,80",
        "26,4 20,40 38,56 66,42 76,4 70,52 56,96 40,100 36,88",
        "80,8 58,2 38,8 30,34 50,42 74,56 74,86 48,100 26,90 30,76 42,80",
        "74,14 60,0 36,14 20,58 30,95 58,99 74,78 58,58 38,66 36,84 52,86",
        "14,14 28,2 52,9 84,3! 62,38 47,80 51,98 63,92",
        "52,48 30,30 42,3 66,6 70,28 50,47 26,72 38,99 66,98 76,74 56,50 38,40",
        "70,26 52,1 26,20 36,48 62,42 74,12 76,56 64,92 38,100 22,86 32,76",
    ];

    private static readonly string[] Barred =
    [
        "54,0 30,11 20,48 31,88 52,100 72,86 80,48 70,10 50,0 | 78,8 22,92",
        "28,24 52,0! 51,100 | 22,100 80,99",
        "24,30 18,18 36,1 62,2 76,22 60,52 20,97! 78,97! 83,82",
        "20,16! 22,2! 76,2! 46,38! 74,50 78,80 50,100 22,92! 20,80",
        "88,68 14,68! 62,0! 62,100 | 42,100 82,100",
        "36,5 30,44! 56,36 78,58 71,90 42,100 20,88! 18,76 | 34,5 82,4! 84,16",
        "76,16! 72,3 46,6 25,42 24,82 48,100 74,84 70,58 46,54 24,70",
        "18,16! 20,4! 80,4! 46,100 | 30,54 74,50",
        "50,0 30,10 28,30 48,44 70,32 70,10 50,0 | 50,44 24,60 24,88 50,100 76,88 76,60 50,44",
        "72,22 50,1 26,20 34,48 60,44 72,18! 71,100 | 52,100 90,99",
    ];

    private static readonly ImmutableArray<Stroke>[][] All = [Parsed(Plain), Parsed(Angular), Parsed(Looped), Parsed(Barred)];

    /// <summary>The strokes of this digit in this style.</summary>
    public static ImmutableArray<Stroke> Of(int digit, HandStyle style) => All[(int)style][digit];

    private static ImmutableArray<Stroke>[] Parsed(string[] digits) =>
        [.. digits.Select(digit => digit.Split('|').Select(Stroke.Parse).ToImmutableArray())];

    /// <summary>A path of the pen from where it is set down to where it is lifted.</summary>
    internal sealed record Stroke(ImmutableArray<Knot> Knots)
    {
        public static Stroke Parse(string text) =>
            new([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Knot.Parse)]);
    }

    /// <summary>A point that the pen passes through; at a corner it turns at once.</summary>
    internal readonly record struct Knot(double X, double Y, bool Corner)
    {
        public static Knot Parse(string text)
        {
            var numbers = text.TrimEnd('!').Split(',');
            return new(Number(numbers[0]), Number(numbers[1]), text.EndsWith('!'));
        }

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture) / 100;
    }
}
