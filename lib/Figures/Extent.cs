using System.Globalization;

namespace Workbook.Figures;

/// <summary>The smallest interval that holds all finite values of a series; empty when there are none.</summary>
internal readonly record struct Extent(double Low, double High)
{
    public static readonly Extent Empty = new(double.PositiveInfinity, double.NegativeInfinity);

    public bool IsEmpty => Low > High;
    public double Size => IsEmpty ? 0 : High - Low;

    public static Extent Of(ReadOnlySpan<double> values)
    {
        var (low, high) = Empty;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return new(low, high);
    }

    public Extent Or(Extent other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>A little wider on both sides, so that points at the border stay whole.</summary>
    public Extent Padded()
    {
        var margin = Size > 0 ? 0.05 * Size : Math.Max(0.5, 0.05 * Math.Abs(Low));
        return new(Low - margin, High + margin);
    }

    public override string ToString() => IsEmpty ? "no finite value" : string.Create(CultureInfo.InvariantCulture, $"{Low:G4} to {High:G4}");
}
