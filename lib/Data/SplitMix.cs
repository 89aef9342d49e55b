namespace Workbook.Data;

/// <summary>SplitMix64: a stream of numbers fixed by a seed and a stream number, so that item i is the same whichever thread draws it.</summary>
/// <remarks>Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014). Streams are told apart by hashing both numbers.</remarks>
internal struct SplitMix(long seed, long stream)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private const double Ulp = 1.0 / (1L << 53);
    private ulong state = Mixed(Mixed((ulong)seed) + (ulong)stream * GoldenGamma);

    /// <summary>Uniform over [0, 1), with 53 bits.</summary>
    public double Uniform() => (Next() >> 11) * Ulp;

    /// <summary>Uniform over [low, high).</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>Uniform over 0 … count − 1.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Normal with this mean and standard deviation (Box and Muller, 1958; the second of each pair is not kept).</summary>
    public double Normal(double mean, double deviation) =>
        mean + deviation * Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Normal, drawn again until it falls within [low, high].</summary>
    public double Normal(double mean, double deviation, double low, double high)
    {
        while (true)
        {
            var value = Normal(mean, deviation);
            if (low <= value && value <= high) return value;
        }
    }

    /// <summary>Fills an array with a permutation of 0 … length − 1, each equally likely (Fisher and Yates).</summary>
    public void Permute(Span<long> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var j = Below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private ulong Next() => Mixed(state += GoldenGamma);

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
