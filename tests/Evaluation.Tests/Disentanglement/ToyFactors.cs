using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

/// <summary>Four factors of 3, 4, 5 and 6 values, every combination once, and codes of which every answer is known.</summary>
internal static class ToyFactors
{
    public static readonly int[] Sizes = [3, 4, 5, 6];

    /// <summary>(360, 4), int64.</summary>
    public static Tensor All()
    {
        var rows = new long[360 * 4];
        for (var i = 0; i < 360; i++)
            for (var (k, rest) = (3, i); k >= 0; rest /= Sizes[k--]) rows[i * 4 + k] = rest % Sizes[k];
        return tensor(rows, [360, 4]);
    }

    /// <summary>The factors themselves, of mean 0 and variance 1: (360, 4).</summary>
    public static Tensor Themselves()
    {
        var codes = All().to(float64);
        return (codes - codes.mean([0])) / codes.std(0, unbiased: false);
    }

    /// <summary>Every number mixes all four: (a ± b ± c ± d)/2, an orthogonal matrix.</summary>
    public static Tensor Mixed() => Themselves().matmul(0.5 * tensor(new double[,] { { 1, 1, 1, 1 }, { 1, -1, 1, -1 }, { 1, 1, -1, -1 }, { 1, -1, -1, 1 } }));

    /// <summary>Nothing is said.</summary>
    public static Tensor Constant() => full([360, 4], 0.7, dtype: float64);

    /// <summary>Each factor twice: (360, 8).</summary>
    public static Tensor Twice() => cat([Themselves(), Themselves()], 1);

    /// <summary>The same code with its numbers in another order, turned round and stretched: no score may care.</summary>
    public static Tensor Rearranged(Tensor codes) =>
        codes.flip(1) * (0.1 + arange(codes.shape[1], dtype: float64)) * tensor(Enumerable.Range(0, (int)codes.shape[1]).Select(j => j % 2 == 0 ? -3.0 : 2).ToArray());
}
