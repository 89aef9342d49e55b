using System.Diagnostics;
using Workbook.Figures;

namespace Workbook.Benchmarks;

/// <summary>A line of 1,000 points as JSON for a page; everyday.py draws the same with Plotly's own Python.</summary>
internal static class Drawing
{
    private const int Points = 1000;

    /// <summary>Draws one, then so many more, and prints how many of those are drawn in a second.</summary>
    public static void Speed(int more)
    {
        Draw();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < more; i++) Draw();
        Console.WriteLine((more / clock.Elapsed.TotalSeconds).ToString("G5"));
    }

    private static void Draw() => Figure.Line(Enumerable.Range(0, Points).Select(i => Math.Sin(i / 50.0))).Titled("loss").ToMime();
}
