using static TorchSharp.torch;

namespace Workbook.Models.Tests;

/// <summary>Every pattern of n bits, one a row: (2ⁿ, n), so that a density can be added up.</summary>
internal static class Bits
{
    public static Tensor All(int bits) => tensor(Enumerable.Range(0, 1 << bits)
        .SelectMany(pattern => Enumerable.Range(0, bits).Select(bit => (float)(pattern >> bit & 1))).ToArray()).reshape(1 << bits, bits);
}
