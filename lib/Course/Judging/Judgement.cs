namespace Workbook.Course;

/// <summary>What the dashboard found of one code.</summary>
/// <param name="Name">Which model.</param>
/// <param name="CodeSize">K, the numbers in a code.</param>
/// <param name="SquaredError">⟨‖x − x̂‖²⟩ over held-out pictures: the loss one would validate with.</param>
/// <param name="DigitProbe">The accuracy of a linear probe for the digit, on held-out codes.</param>
/// <param name="DigitNeighbours">The accuracy of nearest neighbours among the training codes, all standardised number by number.</param>
/// <param name="Clustering">The NMI with the classes of as many k-means clusters of held-out codes, standardised number by number.</param>
/// <param name="Factors">How well a linear map reads each true factor off held-out codes: R² of a real one, accuracy for classes.</param>
/// <param name="PixelNoise">How far codes move when pixels are noisy, against the distance between two codes.</param>
/// <param name="CodeNoise">How far pictures move when codes are noisy, against the distance between two pictures.</param>
/// <param name="PriorDistance">MMD² of held-out codes, standardised number by number, to N(0, I).</param>
/// <param name="Samples">Decoded random codes: their distance from the training set.</param>
/// <param name="Midpoints">⟨distance of decoded mid-points from the training set⟩ / ⟨that of decoded end-points⟩.</param>
public sealed record Judgement(
    string Name, long CodeSize, double SquaredError, double DigitProbe, double DigitNeighbours, double Clustering,
    IReadOnlyDictionary<string, double> Factors, double PixelNoise, double CodeNoise, double PriorDistance,
    Evaluation.Memorisation Samples, double Midpoints)
{
    /// <summary>What a class is, for tables.</summary>
    public string ClassName { get; init; } = "digit";

    /// <summary>All numbers with their names and what one wishes of them, in the order of the table.</summary>
    public IReadOnlyList<Measure> Measures =>
    [
        new("held-out squared error", SquaredError, Aim.Low),
        new($"{ClassName}, linear probe", DigitProbe, Aim.High),
        new($"{ClassName}, neighbours", DigitNeighbours, Aim.High),
        new($"{ClassName}, clusters (NMI)", Clustering, Aim.High),
        .. Factors.Select(factor => new Measure($"{factor.Key}, linear", factor.Value, Aim.High)),
        new("code moved by pixel noise", PixelNoise, Aim.Low),
        new("image moved by code noise", CodeNoise, Aim.Low),
        new("codes to N(0, I) (MMD²)", PriorDistance, Aim.Low),
        new("samples to data", Samples.Ratio, Aim.One),
        new("samples that are copies", Samples.Copies, Aim.Low),
        new("mid-points to data", Midpoints, Aim.One),
    ];
}

/// <summary>One number of a judgement.</summary>
/// <param name="Name">As tables and figures write it.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Aim">What one wishes it to be.</param>
public sealed record Measure(string Name, double Value, Aim Aim)
{
    /// <summary>How far it is from the wish, less being better: what the best of several has least of.</summary>
    public double Distance => Aim switch { Aim.Low => Value, Aim.High => -Value, _ => Math.Abs(Math.Log(Value)) };
}

/// <summary>What one wishes a measured number to be.</summary>
public enum Aim
{
    /// <summary>As low as can be: ↓.</summary>
    Low,

    /// <summary>As high as can be: ↑.</summary>
    High,

    /// <summary>Near 1, as real data are: → 1.</summary>
    One,
}
