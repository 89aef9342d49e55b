using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>What an IDX file holds: unsigned bytes in row-major order.</summary>
/// <param name="Dimensions">Sizes, the slowest first: (60000, 28, 28).</param>
/// <param name="Items">As many bytes as the product of the sizes.</param>
public sealed record IdxArray(ImmutableArray<int> Dimensions, byte[] Items);
