namespace Workbook.Course;

/// <summary>One number measured with several seeds: its mean, and how far the seeds lie apart.</summary>
/// <remarks>A difference below two standard errors is none that these seeds can tell. Prints as "119.9 ± 0.5", mean and standard deviation.</remarks>
/// <param name="Mean">Σ nᵢ / m.</param>
/// <param name="Deviation">√(Σ (nᵢ − mean)² / (m − 1)), with m seeds.</param>
/// <param name="Count">m.</param>
public sealed record Spread(double Mean, double Deviation, int Count)
{
    /// <summary>The deviation of the mean itself: deviation / √m.</summary>
    public double StandardError => Deviation / Math.Sqrt(Count);

    /// <summary>Of two numbers or more.</summary>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static Spread Of(params IEnumerable<double> numbers)
    {
        double[] all = [.. numbers];
        if (all.Length < 2) throw new ArgumentException($"{nameof(numbers)}: expected two or more, got {all.Length}.", nameof(numbers));
        var mean = all.Average();
        return new(mean, Math.Sqrt(all.Sum(number => (number - mean) * (number - mean)) / (all.Length - 1)), all.Length);
    }

    /// <summary>"119.9 ± 0.5".</summary>
    public override string ToString() => FormattableString.Invariant($"{Mean:F1} ± {Deviation:F1}");

    /// <summary>With so many digits: "0.98 ± 0.01" for 2.</summary>
    public string ToString(int digits) => Mean.ToString($"F{digits}", System.Globalization.CultureInfo.InvariantCulture) + " ± " + Deviation.ToString($"F{digits}", System.Globalization.CultureInfo.InvariantCulture);
}
