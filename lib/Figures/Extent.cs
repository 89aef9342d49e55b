using System.Globalization;

namespace Workbook.Figures;

/// <summary>The smallest interval that holds all finite values of a series; empty when there are none.</summary>
internal readonly record struct Extent(double Low, double High)
{
    public static readonly Extent Empty = new(double.PositiveInfinity, double.NegativeInfinity);

    public bool IsEmpty => Low > High;
    public double Size => IsEmpty ? 0 : High - Low;

    public static Extent Of(IEnumerable<double> values) => values.Where(double.IsFinite).Aggregate(Empty, (all, value) => new(Math.Min(all.Low, value), Math.Max(all.High, value)));

    public Extent Or(Extent other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>A little wider on both sides, so that points at the border stay whole.</summary>
    public Extent Padded()
    {
        var margin = Size > 0 ? 0.05 * Size : Math.Max(0.5, 0.05 * Math.Abs(Low));
        return IsEmpty ? this : new(Low - margin, High + margin);
    }

    /// <summary>Padded where a logarithmic axis shows it.</summary>
    public Extent PaddedInDecades()
    {
        var decades = new Extent(Math.Log10(Low), Math.Log10(High)).Padded();
        return new(Math.Pow(10, decades.Low), Math.Pow(10, decades.High));
    }

    public override string ToString() => IsEmpty ? "no finite value" : string.Create(CultureInfo.InvariantCulture, $"{Low:G4} to {High:G4}");
}
