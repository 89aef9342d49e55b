using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Evaluation;

/// <summary>Codes and the factors that their examples were made from, as plain numbers: what every metric of this folder begins with.</summary>
internal sealed class FactorTable
{
    /// <summary>A factor's number is below it: numbers count values, they do not measure.</summary>
    public const int MostValues = 10_000;

    private readonly Dictionary<(int Factor, int Value), int[]> having = [];

    /// <summary>Reads both.</summary>
    /// <param name="codes">(N, L) with N ≥ 2.</param>
    /// <param name="factors">The number of each factor's value, int64: (N, F).</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, a code is not finite, a factor's number is negative or not below <see cref="MostValues"/>, or a factor never changes.</exception>
    public FactorTable(Tensor codes, Tensor factors)
    {
        factors.RequireMatrix(2).Require([codes.RequireMatrix(2).shape[0], -1]);
        if (factors.dtype != ScalarType.Int64) throw new ArgumentException($"{nameof(factors)}: expected numbers of type Int64, got {factors.dtype}.", nameof(factors));
        (Rows, Numbers, Factors) = ((int)codes.shape[0], (int)codes.shape[1], (int)factors.shape[1]);
        codes.RequireFinite();
        if (factors.min().ToInt64() < 0 || factors.max().ToInt64() >= MostValues)
            throw new ArgumentException($"{nameof(factors)}: expected numbers from 0 to {MostValues - 1}, got {factors.min().ToInt64()} to {factors.max().ToInt64()}.", nameof(factors));
        using var plain = codes.detach().to(float64).cpu().contiguous();
        using var known = factors.cpu().contiguous();
        Codes = plain.data<double>().ToArray();
        Values = [.. known.data<long>().ToArray().Select(value => (int)value)];
        for (var k = 0; k < Factors; k++)
            foreach (var group in Enumerable.Range(0, Rows).GroupBy(row => Value(row, k)))
                having[(k, group.Key)] = [.. group];
        for (var k = 0; k < Factors; k++)
            if (having.Keys.Count(key => key.Factor == k) < 2) throw new ArgumentException($"{nameof(factors)}: factor {k} has one value only, so that nothing can be told of it.", nameof(factors));
    }

    /// <summary>N.</summary>
    public int Rows { get; }

    /// <summary>L, numbers in a code.</summary>
    public int Numbers { get; }

    /// <summary>F.</summary>
    public int Factors { get; }

    /// <summary>Codes, row by row.</summary>
    public double[] Codes { get; }

    /// <summary>Factors, row by row.</summary>
    public int[] Values { get; }

    /// <summary>The number of a factor's value in one row.</summary>
    public int Value(int row, int factor) => Values[row * Factors + factor];

    /// <summary>One code: L numbers.</summary>
    public ReadOnlySpan<double> Code(int row) => Codes.AsSpan(row * Numbers, Numbers);

    /// <summary>The rows in which a factor has this value.</summary>
    public int[] Having(int factor, int value) => having[(factor, value)];

    /// <summary>One number of every code: (N).</summary>
    public double[] Column(int number) => [.. Enumerable.Range(0, Rows).Select(row => Codes[row * Numbers + number])];

    /// <summary>One factor of every row: (N).</summary>
    public int[] Factor(int factor) => [.. Enumerable.Range(0, Rows).Select(row => Value(row, factor))];

    /// <summary>The variance of each number of the code over these rows, divisor N: (L).</summary>
    public double[] Variances(ReadOnlySpan<int> rows)
    {
        var (sum, squares) = (new double[Numbers], new double[Numbers]);
        var origin = Code(rows[0]);                                                 // taken off first, so that a number that stands still has variance 0
        foreach (var row in rows)
        {
            var code = Code(row);
            for (var j = 0; j < Numbers; j++)
            {
                var off = code[j] - origin[j];
                sum[j] += off;
                squares[j] += off * off;
            }
        }
        for (var j = 0; j < Numbers; j++) squares[j] = Math.Max(0, squares[j] / rows.Length - Math.Pow(sum[j] / rows.Length, 2));
        return squares;
    }

    /// <summary>So many numbers below a limit each, drawn at random: their draws decide which rows a metric looks at.</summary>
    public static int[] Below(int limit, int count, Generator random)
    {
        using var drawn = randint(0, limit, [count], dtype: ScalarType.Int64, generator: random);
        return [.. drawn.data<long>().ToArray().Select(number => (int)number)];
    }
}
