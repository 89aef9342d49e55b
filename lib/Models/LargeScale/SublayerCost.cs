namespace Workbook.Models;

/// <summary>What a sublayer costs: weights, which many pictures share, and units, which each picture has to itself.</summary>
/// <param name="Name">Block and sublayer: "1 filters".</param>
/// <param name="Maps">M, its maps.</param>
/// <param name="Side">Rows, and columns, of a map.</param>
/// <param name="Weights">Numbers that learn.</param>
/// <param name="Shared">Numbers that a convolution of the same size would learn.</param>
public sealed record SublayerCost(string Name, int Maps, int Side, long Weights, long Shared)
{
    private const int BytesPerNumber = 4;

    /// <summary>Numbers in the response to one picture: M · side².</summary>
    public long Units => (long)Maps * Side * Side;

    /// <summary>Bytes of the weights in single precision.</summary>
    public long WeightBytes => BytesPerNumber * Weights;

    /// <summary>Bytes of the response to one picture in single precision.</summary>
    public long UnitBytes => BytesPerNumber * Units;

    internal static IEnumerable<SublayerCost> Of(FeatureBlock block, int number)
    {
        var filters = block.Filters;
        var kernel = (long)filters.Channels * filters.Field * filters.Field * filters.Maps;
        yield return new($"{number} filters", filters.Maps, filters.OutputSide, kernel * filters.OutputSide * filters.OutputSide, kernel);
        yield return new($"{number} pooling", filters.Maps, block.OutputSide, 0, 0);
        if (block.IsNormalized) yield return new($"{number} contrast", filters.Maps, block.OutputSide, 0, 0);
    }
}
